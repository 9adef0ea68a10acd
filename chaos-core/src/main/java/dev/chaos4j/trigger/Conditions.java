package dev.chaos4j.trigger;

/** What a trigger may know of the armed fault it belongs to. */
public interface Conditions {

    /** Nanoseconds since the fault was armed. */
    long nanosSinceArmed();

    /**
     * How often faults of this name have fired in the same session: since its scenario began, if the fault is one of a
     * scenario; else since the fault of this name was armed that was armed when this one was, or since this one was.
     */
    long firedBy(String faultName);
}
