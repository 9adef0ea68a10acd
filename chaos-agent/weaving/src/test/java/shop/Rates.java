package shop;

/** Nothing but the interfaces of lambdas. */
final class Rates {

    private Rates() {}

    @FunctionalInterface
    interface Rate {
        int of();
    }

    @FunctionalInterface
    interface DailyRate extends Rate {}
}
