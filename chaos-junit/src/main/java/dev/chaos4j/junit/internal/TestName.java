package dev.chaos4j.junit.internal;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How messages, scopes and the line that repeats a test call it. Immutable.
 *
 * @param testClass the class, without its enclosing ones' contents
 * @param method the test method
 * @param invocation which invocation of it, for example {@code #3}; empty for the only one
 */
public record TestName(Class<?> testClass, Method method, String invocation) {

    private static final Pattern INVOCATION = Pattern.compile("-invocation:(#[0-9]+)]");
    private static final Set<String> IN_USE = ConcurrentHashMap.newKeySet();

    /**
     * The name of a test.
     *
     * @param uniqueId JUnit's identifier of it
     */
    public static TestName of(Class<?> testClass, Method method, String uniqueId) {
        StringBuilder invocation = new StringBuilder();
        Matcher matcher = INVOCATION.matcher(uniqueId);
        while (matcher.find()) {
            invocation.append(invocation.isEmpty() ? " " : "").append(matcher.group(1));
        }
        return new TestName(testClass, method, invocation.toString());
    }

    /** For example {@code CheckoutTest#answers(int) #3}. */
    public String text() {
        return text(testClass, method) + invocation;
    }

    /** For example {@code CheckoutTest#answers(int)}. */
    public static String text(Class<?> testClass, Method method) {
        return text(testClass) + "#" + signature(method);
    }

    /** The name without its package, for example {@code CheckoutTest$WhenSlow}. */
    public static String text(Class<?> testClass) {
        String name = testClass.getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** An identifier that no other running test has: the text, and a number where one test runs twice at once. */
    String claimId() {
        String full = testClass.getPackageName() + "." + text();
        String id = full;
        for (int copy = 2; !IN_USE.add(id); copy++) {
            id = full + " copy " + copy;
        }
        return id;
    }

    static void giveBack(String id) {
        IN_USE.remove(id);
    }

    /** A stack trace that leads to the test, and nowhere else. */
    public StackTraceElement[] trace() {
        Class<?> outermost = testClass;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return new StackTraceElement[] {
            new StackTraceElement(testClass.getName(), method.getName(), outermost.getSimpleName() + ".java", -1)
        };
    }
}
