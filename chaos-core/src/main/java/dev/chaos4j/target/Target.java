package dev.chaos4j.target;

/**
 * Which operations a fault is for. Targets are immutable, safe to share between threads, and refused on creation if
 * they can never match.
 */
public interface Target {

    /** The kind of the operations it can match. */
    OperationKind kind();

    /** Whether it matches this operation. */
    boolean matches(Operation operation);

    /** One phrase for messages and reports, which {@link #method(String)} and scenario files can read back. */
    String describe();

    /**
     * Methods by a pattern, {@code [+|@]CLASS#METHOD[(TYPES)]}.
     *
     * <ul>
     *   <li>{@code shop.Inventory#stock}: this method with any parameters; {@code shop.Inventory#stock(String, int)}:
     *       this overload; types of {@code java.lang} and simple names are enough
     *   <li>{@code shop.*Client#get*}: {@code *} within a package or name, {@code **} across packages,
     *       <code>{Orders,Prices}</code> either of the alternatives
     *   <li>{@code +shop.Client#*}: methods of {@code shop.Client}, where it has code, and of all classes that extend
     *       or implement it; when one of them calls another's method of the same name and parameter types, as decorators
     *       and proxies do, the outermost call counts and the others are part of it
     *   <li>{@code @shop.Remote#*}: methods that carry the annotation, or whose class does
     *   <li>{@code shop.Inventory#<init>}: its constructors
     * </ul>
     *
     * @throws IllegalArgumentException if the pattern cannot be read or can never match; the message says where and
     *     how to write it
     */
    static MethodTarget method(String pattern) {
        return MethodPatterns.parse(pattern);
    }

    /**
     * Methods of this class by name, with any parameters.
     *
     * @throws IllegalArgumentException if the class has no method that matches {@code name}; the message names the
     *     nearest one
     */
    static MethodTarget method(Class<?> type, String name) {
        return MethodPatterns.ofClass(type, name);
    }

    /** Methods of all classes that extend or implement {@code type}. */
    static MethodTarget subtypesOf(Class<?> type) {
        return method("+" + type.getName() + "#*");
    }

    /** Methods that carry this annotation, or whose class does. */
    static MethodTarget annotatedWith(Class<?> annotation) {
        return method("@" + annotation.getName() + "#*");
    }

    /** All HTTP exchanges; narrow it with its methods. */
    static HttpTarget http() {
        return new HttpTarget(AttributePatterns.none(OperationKind.HTTP));
    }

    /** All requests to one AWS service, by its name in lower case, for example {@code s3}; globs are allowed. */
    static AwsTarget aws(String service) {
        return new AwsTarget(AttributePatterns.none(OperationKind.AWS)).service(service);
    }

    /** All that goes to the network, whichever client library is used; narrow it with its methods. Needs the agent. */
    static NetworkTarget network() {
        return new NetworkTarget(AttributePatterns.none(OperationKind.NETWORK));
    }

    /**
     * Reads of a setting, by its name as the program reads it there, for example {@code s3.region}; {@code *} is any run
     * of characters, {@code {a,b}} either of the alternatives. Needs the agent.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    static SettingTarget setting(String name) {
        return new SettingTarget(AttributePatterns.none(OperationKind.SETTING)).name(name);
    }

    /** All database connections that JDBC drivers open; narrow it with its methods. Needs the agent. */
    static JdbcTarget jdbc() {
        return new JdbcTarget(AttributePatterns.none(OperationKind.JDBC));
    }
}
