package dev.chaos4j.junit;

import dev.chaos4j.junit.internal.ClassCode;
import dev.chaos4j.junit.internal.TestRun;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs the code of a test in the test's context, on whichever thread JUnit has chosen for it: a time-out may have moved
 * it to another one. Code of the class that belongs to no test gets a context of its own, and must leave nothing armed.
 */
abstract class ContextInterceptor implements InvocationInterceptor {

    /** The run of the test to which the context belongs, or null if it belongs to none. */
    abstract @Nullable TestRun runOf(ExtensionContext context);

    private <T> T inContext(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        TestRun run = runOf(context);
        if (run == null) {
            return invocation.proceed();
        }
        try (var stay = run.enter()) {
            return invocation.proceed();
        }
    }

    private static <T> T inClass(Invocation<T> invocation, Executable code) throws Throwable {
        try (ClassCode own = ClassCode.begin(code)) {
            T result = invocation.proceed();
            own.requireNothingArmed();
            return result;
        }
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> called, ExtensionContext context)
            throws Throwable {
        return runOf(context) == null ? inClass(invocation, called.getExecutable()) : inContext(invocation, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        inClass(invocation, called.getExecutable());
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        inClass(invocation, called.getExecutable());
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        inContext(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        inContext(invocation, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        return inContext(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        inContext(invocation, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext called, ExtensionContext context)
            throws Throwable {
        inContext(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        inContext(invocation, context);
    }
}
