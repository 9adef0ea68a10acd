package dev.chaos4j.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodTargetTest {

    private static final String HERE = "dev.chaos4j.target.MethodTargetTest$";

    /** Marks what calls another process. */
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @interface Remote {}

    /** Something that answers. */
    interface Client {
        String get(String key, int depth);
    }

    /** Half of one. */
    abstract static class Base implements Client {
        void close() {}
    }

    /** A whole one. */
    @Remote
    static class Prices extends Base {
        Prices(byte[] seed) {}

        @Override
        public String get(String key, int depth) {
            return key;
        }

        String get(String[] keys) {
            return String.join(",", keys);
        }
    }

    /** One with a single remote method. */
    static final class Mixed {
        @Remote
        void far() {}

        void near() {}
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Prices#get | Prices.get(2), Prices.get(1)",
                "Prices#get(String, int) | Prices.get(2)",
                "Prices#get(java.lang.String,int) | Prices.get(2)",
                "Prices#get(String[]) | Prices.get(1)",
                "Prices#get() | -",
                "Prices#<init> | Prices.<init>(1)",
                "Prices#<init>(byte[]) | Prices.<init>(1)",
                "Prices#* | Prices.get(2), Prices.get(1)",
                "P*s#g?t | Prices.get(2), Prices.get(1)",
            })
    void selectsByNameAndParameters(String pattern, String expected) {
        assertThat(selected(Target.method(HERE + pattern.strip()))).isEqualTo(expected.strip());
    }

    @Test
    void selectsImplementersOfATypeAndNotTheTypeItself() {
        assertThat(selected(Target.subtypesOf(Client.class).named("get"))).isEqualTo("Prices.get(2), Prices.get(1)");
        assertThat(selected(Target.method("+" + HERE + "Base#*"))).isEqualTo("Prices.get(2), Prices.get(1)");
    }

    @Test
    void selectsAnnotatedMethodsAndAllOfAnnotatedClasses() {
        assertThat(selected(Target.annotatedWith(Remote.class)))
                .isEqualTo("Prices.get(2), Prices.get(1), Mixed.far(0)");
    }

    @Test
    void selectsImplementersOfAnInterfaceThatIsNamedAsAClass() {
        assertThat(Target.method(Client.class, "get").selection()).isEqualTo(MethodTarget.Selection.SUBTYPES);
        assertThat(Target.method(Prices.class, "get").selection()).isEqualTo(MethodTarget.Selection.NAMED);
        assertThat(Target.method(Prices.class, "close").describe()).isEqualTo(HERE + "Prices#close");
    }

    @Test
    void namesTheNearestMethod() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.method(Prices.class, "gte"))
                .withMessage("The class " + HERE + "Prices has no method 'gte'; did you mean 'get'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.method(Prices.class, "somethingElse"))
                .withMessage("The class " + HERE + "Prices has no method 'somethingElse'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.Inventory",
                "shop.Inventory.stock",
                "#stock",
                "shop.Inventory#",
                "shop Inventory#stock",
                "shop.Inventory#stock(",
                "shop.Inventory#stock)",
                "shop.Inventory#sto ck",
                "shop..Inventory#stock",
                "shop.Inventory#stock(String,)",
                "shop.Inventory#stock(String s)",
                "shop.Inventory#stock(*)",
                "-shop.Inventory#stock",
                "shop.Inventory#stock#more",
                "shop.Inventory#<clinit>",
                "1shop.A#b"
            })
    void teachesTheFormOfAPattern(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.method(pattern))
                .withMessageEndingWith(
                        "; write CLASS#METHOD or CLASS#METHOD(TYPES), for example shop.Inventory#stock(String)");
    }

    @Test
    void refusesAnnotatedConstructorsAndNovels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.method("@shop.Remote#<init>"))
                .withMessage("'@shop.Remote#<init>' asks for annotated constructors, which are not selected by"
                        + " annotation; name the class instead, as in shop.Inventory#<init>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.method("a".repeat(100_000) + "#b"))
                .withMessage("The method pattern of a target has 100002 characters, but at most 1000 are allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.B#c",
                "+a.B#c(int[])",
                "@a.B#c*",
                "a.B#<init>()",
                "a.{B,C}#d",
                "a.**.B$C#d(java.util.List, int)"
            })
    void readsBackWhatItDescribes(String pattern) {
        assertThat(Target.method(Target.method(" " + pattern + " ").describe()).describe())
                .isEqualTo(pattern);
    }

    @Test
    void filtersTypesByNameBeforeLookingAtThem() {
        assertThat(Target.method("a.B#c").couldMatchTypeNamed("a.B")).isTrue();
        assertThat(Target.method("a.B#c").couldMatchTypeNamed("a.C")).isFalse();
        assertThat(Target.method("+a.B#c").couldMatchTypeNamed("a.C")).isTrue();
        assertThat(Target.method("a.B#c").exactType()).contains("a.B");
        assertThat(Target.method("a.*#c").exactType()).isEmpty();
    }

    @Test
    void matchesOperationsAtItsPoints() {
        MethodShape far = Shapes.of(Shapes.of(Mixed.class), Mixed.class.getDeclaredMethods()[0]);

        assertThat(Target.method(HERE + "Mixed#*").matches(MethodOperation.at(InjectionPoint.ofMethod(far))))
                .isTrue();
        assertThat(Target.method(HERE + "Prices#*").matches(MethodOperation.at(InjectionPoint.ofMethod(far))))
                .isFalse();
    }

    private static String selected(MethodTarget target) {
        List<String> found = Stream.of(Prices.class, Mixed.class)
                .flatMap(type -> Stream.concat(
                                Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
                        .filter(method -> !method.isSynthetic())
                        .map(method -> Shapes.of(Shapes.of(type), method)))
                .filter(target::matches)
                .map(shape -> shape.type().name().substring(HERE.length()) + "." + shape.name() + "("
                        + shape.parameterTypes().size() + ")")
                .sorted((one, other) -> other.compareTo(one))
                .toList();
        return found.isEmpty() ? "-" : String.join(", ", found);
    }
}
