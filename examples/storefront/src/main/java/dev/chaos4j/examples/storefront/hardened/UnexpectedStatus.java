package dev.chaos4j.examples.storefront.hardened;

import java.io.IOException;

/** An HTTP answer that is neither what was asked for nor "there is no such thing". */
final class UnexpectedStatus extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    UnexpectedStatus(String service, int status) {
        super(service + " answered with status " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
