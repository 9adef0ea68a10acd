package dev.chaos4j.agent.bridge;

/** A woven method whose body must not run. */
public final class SkipToken extends Token {

    /** The body is skipped, and the ending gives what the caller gets. */
    public SkipToken(Ending ending) {
        super(null, ending);
    }
}
