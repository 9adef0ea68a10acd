package dev.chaos4j.junit;

import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where two tests that run at the same time wait for each other, so that what follows overlaps; not for ever. */
final class Meeting {

    private final Exchanger<Object> exchanger = new Exchanger<>();
    private final long longestMillis;

    Meeting(long longestMillis) {
        this.longestMillis = longestMillis;
    }

    /** Whether another test came. */
    boolean attend() {
        try {
            exchanger.exchange(this, longestMillis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException nobodyCame) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
