package dev.chaos4j.target;

import dev.chaos4j.target.MethodTarget.Selection;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads method patterns. */
final class MethodPatterns {

    private static final String FORM =
            "; write CLASS#METHOD or CLASS#METHOD(TYPES), for example shop.Inventory#stock(String)";
    private static final String TYPE_NAME = nameWith("\\{[\\p{L}\\p{N}_$*?.,]*}");
    private static final String METHOD_NAME = nameWith("\\{[\\p{L}\\p{N}_$*?,]*}");
    private static final Pattern TYPE = Pattern.compile(TYPE_NAME + "(\\." + TYPE_NAME + ")*");
    private static final Pattern METHOD = Pattern.compile("<init>|" + METHOD_NAME);
    private static final Pattern PARAMETER =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*(\\[])*");
    private static final Pattern WHOLE = Pattern.compile("([+@]?)([^#()]*)#([^#()]*)(?:\\(([^()]*)\\))?");

    private MethodPatterns() {}

    /** A name with wildcards, in which such alternatives may stand. */
    private static String nameWith(String alternatives) {
        return "(?:[\\p{L}_$*?]|" + alternatives + ")(?:[\\p{L}\\p{N}_$*?]|" + alternatives + ")*";
    }

    static MethodTarget parse(String pattern) {
        Glob.requireShort("method pattern", pattern);
        Matcher parts = WHOLE.matcher(pattern.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + pattern + "' is not a method pattern" + FORM);
        }
        String type = parts.group(2).strip();
        String method = parts.group(3).strip();
        require(TYPE, type, "class", pattern);
        require(METHOD, method, "method", pattern);
        requireKnownOwner(parts.group(1), method, pattern);
        return new MethodTarget(
                selection(parts.group(1)),
                Glob.of("class", type, '.'),
                Glob.of("method", method, (char) 0),
                parameters(parts.group(4), pattern));
    }

    static MethodTarget ofClass(Class<?> type, String name) {
        if (!name.equals(MethodShape.CONSTRUCTOR)) {
            Glob glob = Glob.of("method", name, (char) 0);
            List<String> names = methodNames(type);
            if (names.stream().noneMatch(glob::matches)) {
                throw new IllegalArgumentException("The class " + type.getName() + " has no method '" + name + "'"
                        + Words.nearest(name, names)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse(""));
            }
        }
        Selection selection = type.isInterface() ? Selection.SUBTYPES : Selection.NAMED;
        return parse((selection == Selection.SUBTYPES ? "+" : "") + type.getName() + "#" + name);
    }

    private static List<String> methodNames(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            Arrays.stream(owner.getDeclaredMethods()).map(Method::getName).forEach(names::add);
        }
        Arrays.stream(type.getMethods()).map(Method::getName).forEach(names::add);
        return names;
    }

    private static Selection selection(String prefix) {
        return switch (prefix) {
            case "+" -> Selection.SUBTYPES;
            case "@" -> Selection.ANNOTATED;
            default -> Selection.NAMED;
        };
    }

    private static void requireKnownOwner(String prefix, String method, String pattern) {
        if (prefix.equals("@") && method.equals(MethodShape.CONSTRUCTOR)) {
            throw new IllegalArgumentException("'" + pattern + "' asks for annotated constructors, which are not"
                    + " selected by annotation; name the class instead, as in shop.Inventory#<init>");
        }
    }

    private static @Nullable List<String> parameters(@Nullable String text, String pattern) {
        if (text == null) {
            return null;
        }
        List<String> types = new ArrayList<>();
        for (String type : text.isBlank() ? new String[0] : text.split(",", -1)) {
            require(PARAMETER, type.strip(), "parameter type", pattern);
            types.add(type.strip());
        }
        return types;
    }

    private static void require(Pattern form, String part, String what, String pattern) {
        if (!form.matcher(part).matches()) {
            throw new IllegalArgumentException(
                    "'" + part + "' is not a " + what + " in the method pattern '" + pattern + "'" + FORM);
        }
    }
}
