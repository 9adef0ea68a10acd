package dev.chaos4j.agent.weaving;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors of ours: each kind is logged once and never reaches the application. Thread-safe. */
public final class OurErrors {

    private static final Logger LOG = LoggerFactory.getLogger("dev.chaos4j.agent");
    private static final int MOST_KINDS = 200;

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** Logs the error unless one like it was logged before; never throws. */
    public void report(String doing, Throwable error) {
        try {
            StackTraceElement[] trace = error.getStackTrace();
            String where = trace.length == 0 ? "" : trace[0].getClassName() + trace[0].getLineNumber();
            String kind = doing + error.getClass().getName() + where;
            if (seen.size() < MOST_KINDS && seen.add(kind)) {
                LOG.warn(
                        "Chaos4j failed while {}; the application goes on as if nothing were armed there. Please"
                                + " report this error; it is logged once.",
                        doing,
                        error);
            }
        } catch (Throwable notEvenThat) {
            // nothing is left to be done that could not fail in turn
        }
    }
}
