package dev.chaos4j.examples.storefront.demo;

/** The demo cannot go on; the message says why, for the person in front of it. */
final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    DemoFailure(String message) {
        super(message);
    }
}
