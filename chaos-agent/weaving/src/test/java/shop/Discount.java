package shop;

/** A functional interface of the application's own. */
@FunctionalInterface
public interface Discount {
    String of(int price);
}
