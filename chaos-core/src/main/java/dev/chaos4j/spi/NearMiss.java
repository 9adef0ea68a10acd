package dev.chaos4j.spi;

/**
 * Something that nearly matched a target.
 *
 * @param where the class or method
 * @param reason why it did not match, as a kind
 * @param text why, and what to do about it
 */
public record NearMiss(String where, Reason reason, String text) {

    /** Kinds of near misses. */
    public enum Reason {
        /** The class is not loaded; it will be woven when it is. */
        NOT_LOADED,
        /** There is no such class or method, but a similar name. */
        NO_SUCH_NAME,
        /** The method exists with other parameters. */
        OVERLOAD,
        /** A native or abstract method has no code to weave. */
        NO_CODE,
        /** A lambda or hidden class cannot be woven. */
        LAMBDA,
        /** The class is on the list of what is never woven, or needs an explicit opt-in. */
        IGNORED,
        /** The JVM refused the change. */
        REFUSED,
        /** No agent is there, so that only wrapped objects are reached. */
        NO_AGENT,
        /** An operation came by another road, for example a native transport. */
        OTHER_ROAD
    }
}
