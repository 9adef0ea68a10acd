package dev.chaos4j.trigger;

/** What a trigger may know of the armed fault it belongs to. */
public interface Conditions {

    /** Nanoseconds since the fault was armed. */
    long nanosSinceArmed();

    /** How often the armed fault of this name has fired in the same session; 0 if there is none. */
    long firedBy(String faultName);
}
