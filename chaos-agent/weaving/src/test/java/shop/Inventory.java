package shop;

/** Methods of every kind. */
public class Inventory {

    private int constructed;

    public Inventory() {
        constructed++;
    }

    public int constructed() {
        return constructed;
    }

    public int stock(String item) {
        return item.length();
    }

    public int stock(String item, int warehouse) {
        return item.length() + warehouse;
    }

    public static String owner(long id) {
        return "owner " + id;
    }

    public final double price(double factor) {
        return 2 * factor;
    }

    private String secret() {
        return "secret";
    }

    public String tellSecret() {
        return secret();
    }

    public void reserve(StringBuilder log) {
        log.append("reserved");
    }

    public native int nativeStock();
}
