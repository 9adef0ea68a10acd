package shop;

/** Loaded early; makes its lambdas, and so needs their interfaces, late. */
public final class EarlyRates {

    public int made() {
        Rates.Rate rate = () -> 1;
        return rate.of();
    }

    public int madeAsASubtype() {
        Rates.DailyRate rate = () -> 2;
        return rate.of();
    }
}
