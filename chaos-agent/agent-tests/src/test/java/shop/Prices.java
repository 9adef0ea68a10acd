package shop;

/** What the test's own Chaos4j injects faults into. */
final class Prices {

    int price() {
        return 42;
    }
}
