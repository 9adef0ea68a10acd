package shop;

/** A superclass with code. */
public class BasePrices {

    public String currency() {
        return "EUR";
    }
}
