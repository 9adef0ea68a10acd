package dev.chaos4j.junit.internal;

import dev.chaos4j.target.MethodTarget;
import dev.chaos4j.target.MethodTarget.Selection;
import dev.chaos4j.target.Shapes;
import dev.chaos4j.target.Target;
import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Method patterns in annotations. A test knows its class path, so that a pattern that names one class can be held
 * against it, and a name that is not there is found before anything runs.
 */
final class MethodText {

    private static final String ATTRIBUTE = "method";

    private final String text;
    private final Class<?> testClass;

    private MethodText(String text, Class<?> testClass) {
        this.text = text;
        this.testClass = testClass;
    }

    static MethodTarget read(String text, Class<?> testClass) {
        return new MethodText(text.strip(), testClass).read();
    }

    private MethodTarget read() {
        MethodTarget target = parse();
        String typeName = target.exactType().orElse(null);
        if (typeName == null) {
            return target;
        }
        Class<?> type = load(typeName);
        if (type == null) {
            throw bad("there is no class " + typeName + " on the class path of the test", elsewhere(typeName));
        }
        if (target.selection() != Selection.NAMED) {
            return target;
        }
        requireMethod(type, target);
        return type.isInterface() ? Target.method("+" + text) : target;
    }

    private MethodTarget parse() {
        try {
            return Target.method(text);
        } catch (IllegalArgumentException unreadable) {
            throw bad(String.valueOf(unreadable.getMessage()), withHash());
        }
    }

    /** The pattern with {@code #} where people write {@code .} or {@code ::} before the method. */
    private @Nullable String withHash() {
        int arguments = text.indexOf('(');
        String names = arguments < 0 ? text : text.substring(0, arguments);
        int dot = names.lastIndexOf('.');
        String better = names.contains("::")
                ? names.replace("::", "#")
                : dot < 0 ? names + "#*" : names.substring(0, dot) + "#" + names.substring(dot + 1);
        better += arguments < 0 ? "" : text.substring(arguments);
        try {
            return Target.method(better).describe();
        } catch (IllegalArgumentException noBetter) {
            return null;
        }
    }

    private @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name, false, testClass.getClassLoader());
        } catch (ClassNotFoundException | LinkageError notThere) {
            return null;
        }
    }

    /** The pattern with the class as it is found: in the test's package, in the test's class, or nested in another. */
    private @Nullable String elsewhere(String typeName) {
        List<String> candidates = new ArrayList<>();
        candidates.add(testClass.getPackageName() + "." + typeName);
        for (Class<?> outer = testClass; outer != null; outer = outer.getEnclosingClass()) {
            candidates.add(outer.getName() + "$" + typeName);
        }
        String nested = typeName;
        for (int dot = nested.lastIndexOf('.'); dot > 0; dot = nested.lastIndexOf('.')) {
            nested = nested.substring(0, dot) + "$" + nested.substring(dot + 1);
            candidates.add(nested);
            candidates.add(testClass.getPackageName() + "." + nested);
        }
        return candidates.stream()
                .filter(candidate -> load(candidate) != null)
                .findFirst()
                .map(found -> text.replace(typeName + "#", found + "#"))
                .orElse(null);
    }

    private void requireMethod(Class<?> type, MethodTarget target) {
        String name = target.describe().replaceAll("^[^#]*#|\\(.*$", "");
        try {
            Target.method(type, name);
        } catch (IllegalArgumentException noSuchMethod) {
            throw bad(String.valueOf(noSuchMethod.getMessage()), null);
        }
        List<String> overloads = new ArrayList<>();
        for (Executable executable : executables(type)) {
            var shape = Shapes.of(Shapes.of(type), executable);
            if (target.matches(shape)) {
                return;
            }
            if (target.matchesName(shape)) {
                overloads.add(shape.signature().replaceAll("^[^#]*#", ""));
            }
        }
        throw bad(
                "no overload of it takes these parameters; there is "
                        + String.join(
                                ", ", overloads.stream().distinct().sorted().toList()),
                null);
    }

    private static List<Executable> executables(Class<?> type) {
        List<Executable> all = new ArrayList<>(Arrays.asList(type.getDeclaredConstructors()));
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            all.addAll(Arrays.asList(owner.getDeclaredMethods()));
        }
        Stream.of(type.getMethods()).forEach(all::add);
        return all;
    }

    private BadValue bad(String why, @Nullable String nearest) {
        return BadValue.text(ATTRIBUTE, text, why, nearest);
    }
}
