package dev.chaos4j.scope;

import org.jspecify.annotations.Nullable;

/** For whom a fault is: the whole JVM, one test, or one request. Immutable. */
public sealed interface Scope {

    /** Whether an operation in this context is in scope; null means that it runs in no context. */
    boolean covers(@Nullable ChaosContext context);

    /** One phrase for messages and reports. */
    String describe();

    /** Everybody in this JVM. */
    static Scope jvm() {
        return new Jvm();
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

    /** See {@link Scope#test(String)}. */
    record Test(String id) implements Scope {
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
