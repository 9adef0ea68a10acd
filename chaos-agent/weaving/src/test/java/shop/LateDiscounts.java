package shop;

/** Loaded late, with a lambda and a method reference. */
public final class LateDiscounts {

    public Discount lambda() {
        return price -> price + "%";
    }

    public Discount reference() {
        return this::tenPercent;
    }

    private String tenPercent(int price) {
        return 10 * price + "%";
    }
}
