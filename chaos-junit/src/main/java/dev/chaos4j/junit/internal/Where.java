package dev.chaos4j.junit.internal;

import dev.chaos4j.target.OperationKind;
import dev.chaos4j.target.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a fault is to be injected, as an annotation says it: exactly one of type, method, http, aws and connection.
 *
 * @param type the class; {@code void.class} if left out
 * @param methodName the method of that class; {@code *} if left out
 * @param method a method pattern; empty if left out
 * @param http an HTTP target as text; empty if left out
 * @param aws an AWS target as text; empty if left out
 * @param connection a network target as text; empty if left out
 */
public record Where(Class<?> type, String methodName, String method, String http, String aws, String connection) {

    private static final String ALL_METHODS = "*";

    /**
     * The target.
     *
     * @param testClass in whose package and with whose loader classes are looked up
     * @throws BadValue if it is not exactly one, or cannot be read, or names a class or method that is not there
     */
    public Target target(Class<?> testClass) {
        requireExactlyOne();
        if (!method.isEmpty()) {
            return MethodText.read(method, testClass);
        }
        if (!http.isEmpty()) {
            return ClientText.http("http", http);
        }
        if (!connection.isEmpty()) {
            return ClientText.connection("connection", connection);
        }
        return aws.isEmpty() ? ofType() : ClientText.aws("aws", aws);
    }

    private Target ofType() {
        try {
            return Target.method(type, methodName);
        } catch (IllegalArgumentException noSuchMethod) {
            throw BadValue.text("methodName", methodName, String.valueOf(noSuchMethod.getMessage()), null);
        }
    }

    private void requireExactlyOne() {
        if (type == void.class && !methodName.equals(ALL_METHODS)) {
            throw BadValue.combination(
                    "methodName = \"" + methodName + "\"",
                    "methodName belongs to target; write target = Inventory.class, methodName = \"" + methodName
                            + "\"");
        }
        List<String> given = given();
        if (given.isEmpty()) {
            throw BadValue.combination(
                    "",
                    "it does not say where; give one of method = \"shop.Inventory#stock\","
                            + " target = Inventory.class (with methodName = \"stock\"), http = \"inventory.*\","
                            + " aws = \"s3\" or connection = \"db.*:5432\"");
        }
        if (given.size() > 1) {
            throw BadValue.combination(
                    String.join(", ", given),
                    "a fault has one target; keep one of them, and repeat the annotation for the other");
        }
    }

    private List<String> given() {
        List<String> given = new ArrayList<>();
        if (type != void.class) {
            given.add("target = " + type.getSimpleName() + ".class");
        }
        add(given, "method", method);
        add(given, "http", http);
        add(given, "aws", aws);
        add(given, "connection", connection);
        return given;
    }

    private static void add(List<String> given, String attribute, String value) {
        if (!value.isEmpty()) {
            given.add(attribute + " = \"" + value + "\"");
        }
    }

    /** Whether the target's operations have a protocol, so that a status means something. */
    public static boolean hasProtocol(Target target) {
        return target.kind() != OperationKind.METHOD && target.kind() != OperationKind.NETWORK;
    }
}
