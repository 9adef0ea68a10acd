package dev.chaos4j.junit.internal;

import dev.chaos4j.session.SessionOptions;

/** The line that runs a test again with the same seed, for the build tool that runs it now. */
final class ReplayLine {

    /** Set by Gradle in the JVMs of its tests. */
    private static final String GRADLE_PROPERTY = "org.gradle.test.worker";

    private ReplayLine() {}

    static String of(TestName test, long seed) {
        return of(test, seed, System.getProperty(GRADLE_PROPERTY) != null);
    }

    static String of(TestName test, long seed, boolean gradle) {
        String seedOption = " -D" + SessionOptions.SEED_PROPERTY + "=" + seed;
        return (gradle ? gradle(test) : maven(test)) + seedOption;
    }

    /** Surefire runs tests, Failsafe integration tests, which it knows by their names. */
    private static String maven(TestName test) {
        String selection = TestName.text(test.testClass()) + "#" + test.method().getName();
        boolean integration = TestName.text(test.testClass()).matches("IT.*|[^$]*(IT|ITCase)(\\$.*)?");
        return integration ? "mvn verify -Dit.test=" + quoted(selection) : "mvn test -Dtest=" + quoted(selection);
    }

    private static String gradle(TestName test) {
        return "gradle test --tests "
                + quoted(test.testClass().getName() + "." + test.method().getName());
    }

    /** A dollar sign means something to a shell. */
    private static String quoted(String selection) {
        return selection.indexOf('$') < 0 ? selection : "'" + selection + "'";
    }
}
