package dev.chaos4j.target;

import java.util.Map;
import java.util.Optional;

/**
 * Reads of settings, by the setting's name and, if it matters, by where it is read; all that is given must match. Reached
 * by the agent, in the classes that programs read settings from. Only what is set can be read wrongly. Immutable.
 *
 * <p>The name is the one that is asked for there: {@code S3_REGION} in the environment, {@code s3.region} in system
 * properties; in Typesafe Config the path below the {@code Config} that is asked. A read that passes several sources, such
 * as a system property read through Spring, counts once, where the value comes from.
 */
public final class SettingTarget implements Target {

    private static final String NAME = "name";
    private static final String SOURCE = "source";

    private final AttributePatterns patterns;

    SettingTarget(AttributePatterns patterns) {
        this.patterns = patterns;
    }

    SettingTarget name(String pattern) {
        return new SettingTarget(patterns.with(NAME, Glob.of("name", pattern, (char) 0)));
    }

    /**
     * Only where the program reads it there.
     *
     * @throws IllegalArgumentException if a source is asked for already
     */
    public SettingTarget from(SettingSource source) {
        return new SettingTarget(patterns.with(SOURCE, Glob.of(SOURCE, source.word(), (char) 0)));
    }

    /** Where it is read; empty for anywhere. */
    public Optional<SettingSource> source() {
        return Optional.ofNullable(patterns.pattern(SOURCE)).map(Glob::toString).map(SettingSource::of);
    }

    /** Whether reads that it may match pass at this point. */
    public boolean passes(InjectionPoint point) {
        return point.kind() == kind()
                && source().map(source -> source.passes(point)).orElse(true);
    }

    /** The attributes this target asks for and their patterns, in the words of scenario files. */
    public Map<String, String> attributes() {
        return AttributeMaps.of(patterns);
    }

    @Override
    public OperationKind kind() {
        return OperationKind.SETTING;
    }

    @Override
    public boolean matches(Operation operation) {
        return patterns.matches(operation);
    }

    @Override
    public String describe() {
        return patterns.describe();
    }

    @Override
    public String toString() {
        return describe();
    }
}
