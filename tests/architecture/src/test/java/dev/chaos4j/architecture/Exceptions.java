package dev.chaos4j.architecture;

import java.util.Map;

/** Classes that may break a rule, each with its reason. An entry that is no longer needed fails {@link ArchitectureTest}. */
final class Exceptions {

    /** Who may read a clock, sleep or roll dice outside of {@code internal.environment}. */
    static final Map<String, String> ENVIRONMENT = Map.of();

    /** Who may write to the standard streams without being the command line. */
    static final Map<String, String> STANDARD_STREAMS = Map.of();

    private Exceptions() {}
}
