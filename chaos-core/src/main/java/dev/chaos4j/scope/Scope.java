package dev.chaos4j.scope;

import org.jspecify.annotations.Nullable;

/** For whom a fault is: the whole JVM, one test, or one request. Immutable. */
public sealed interface Scope {

    /** Whether an operation in this context is in scope; null means that it runs in no context. */
    boolean covers(@Nullable ChaosContext context);

    /** One phrase for messages and reports. */
    String describe();

    /** The test on whose behalf it is, or null. */
    default @Nullable String testId() {
        return null;
    }

    /** Everybody in this JVM. */
    static Scope jvm() {
        return new Jvm();
    }

    /**
     * Everybody in this JVM, on behalf of one test that runs alone: for systems under test whose own threads the
     * test's context does not reach.
     */
    static Scope jvmDuring(String testId) {
        return new JvmDuringTest(testId);
    }

    /** Only the work of one test, followed through threads as {@link ChaosContext} describes. */
    static Scope test(String testId) {
        return new Test(testId);
    }

    /** Only the work of one request. */
    static Scope request(String requestId) {
        return new Request(requestId);
    }

    /** See {@link Scope#jvm()}. */
    record Jvm() implements Scope {
        @Override
        public boolean covers(@Nullable ChaosContext context) {
            return true;
        }

        @Override
        public String describe() {
            return "JVM";
        }
    }

    /** See {@link Scope#jvmDuring(String)}. */
    record JvmDuringTest(String id) implements Scope {
        @Override
        public String testId() {
            return id;
        }

        @Override
        public boolean covers(@Nullable ChaosContext context) {
            return true;
        }

        @Override
        public String describe() {
            return "JVM during test " + id;
        }
    }

    /** See {@link Scope#test(String)}. */
    record Test(String id) implements Scope {
        @Override
        public String testId() {
            return id;
        }

        @Override
        public boolean covers(@Nullable ChaosContext context) {
            return context != null && id.equals(context.testId());
        }

        @Override
        public String describe() {
            return "test " + id;
        }
    }

    /** See {@link Scope#request(String)}. */
    record Request(String id) implements Scope {
        @Override
        public boolean covers(@Nullable ChaosContext context) {
            return context != null && id.equals(context.requestId());
        }

        @Override
        public String describe() {
            return "request " + id;
        }
    }
}
