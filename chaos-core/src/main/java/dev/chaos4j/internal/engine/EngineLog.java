package dev.chaos4j.internal.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the engine tells the log: one line when a fault is armed, fires first, and is disarmed. */
final class EngineLog {

    private final Logger log;
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicLong errors = new AtomicLong();

    EngineLog() {
        this(LoggerFactory.getLogger("dev.chaos4j"));
    }

    EngineLog(Logger log) {
        this.log = log;
    }

    void armed(ArmedFault fault) {
        log.info("Armed {} [{}]", fault.plan(), fault.scope().describe());
    }

    void firstFired(ArmedFault fault) {
        log.info("'{}' fired for the first time", fault.plan().name());
    }

    void disarmed(ArmedFault fault, String why) {
        log.info("Disarmed '{}' ({}); it fired {} times", fault.plan().name(), why, fault.fired());
    }

    void notApplied(ArmedFault fault, String why) {
        log.warn("'{}' fired but could not be applied: {}", fault.plan().name(), why);
    }

    void scenarioFailed(String scenario, String stage, Throwable error) {
        log.error("Scenario '{}' stopped at stage '{}'; its faults are disarmed", scenario, stage, error);
    }

    /** An error of ours: told once, counted always, never handed to the application. */
    void internalError(Throwable ours) {
        errors.incrementAndGet();
        if (told.compareAndSet(false, true)) {
            log.error(
                    "An error inside Chaos4j; the application's call went on untouched. Please report it."
                            + " Further errors are counted but not logged",
                    ours);
        }
    }

    long errors() {
        return errors.get();
    }
}
