package shop;

import java.util.function.Supplier;

/** Annotated methods, generic bridges, lambdas and an inherited method. */
public class Prices extends BasePrices implements Supplier<String> {

    @Remote
    public int remotePrice(String item) {
        return item.length();
    }

    public int localPrice(String item) {
        return item.length();
    }

    @Override
    public String get() {
        return "price";
    }

    public Supplier<String> lambda() {
        return () -> "from a lambda";
    }

    public long sum(int... parts) {
        long sum = 0;
        for (int part : parts) {
            sum += part;
        }
        return sum;
    }
}
