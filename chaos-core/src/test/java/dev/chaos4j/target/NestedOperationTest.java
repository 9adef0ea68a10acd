package dev.chaos4j.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NestedOperationTest {

    private static final MethodOperation DECORATOR = get("shop.Caching");
    private static final MethodOperation CLIENT = get("shop.Remote");

    private static MethodOperation get(String type) {
        TypeShape shape = new Shape(type, Set.of("shop.Client"), Set.of());
        return MethodOperation.at(
                InjectionPoint.ofMethod(new MethodShape(shape, "get", List.of("java.lang.String"), Set.of())));
    }

    private record Shape(String name, Set<String> supertypes, Set<String> annotations) implements TypeShape {}

    @Test
    void ofSubtypesTheOutermostCountsAndItsDelegateIsPartOfIt() {
        Target clients = Target.method("+shop.Client#get");

        assertThat(clients.matches(DECORATOR)).isTrue();
        assertThat(clients.matches(CLIENT.inside(DECORATOR, false))).isFalse();
    }

    @Test
    void aClassNamedInFullCountsEachOfItsCalls() {
        Target client = Target.method("shop.Remote#get");

        assertThat(client.matches(CLIENT.inside(DECORATOR, false))).isTrue();
        assertThat(client.matches(CLIENT.inside(CLIENT, true))).isTrue();
    }

    @Test
    void ofAGlobOnlyTheSuperclassesMethodOfTheSameObjectIsPartOfTheCall() {
        Target all = Target.method("shop.*#get");

        assertThat(all.matches(CLIENT.inside(DECORATOR, true))).isFalse();
        assertThat(all.matches(CLIENT.inside(DECORATOR, false))).isTrue();
    }

    @Test
    void insideAnOperationOfAnotherTargetItCounts() {
        MethodOperation stranger = MethodOperation.at(InjectionPoint.ofMethod(new MethodShape(
                new Shape("shop.Service", Set.of(), Set.of()), "get", List.of("java.lang.String"), Set.of())));

        assertThat(Target.method("+shop.Client#get").matches(CLIENT.inside(stranger, false)))
                .isTrue();
        assertThat(Target.method("+shop.Client#get").matches(CLIENT.inside(stranger.inside(DECORATOR, false), false)))
                .isFalse();
    }

    @Test
    void recursionMakesNoEndlessChain() {
        MethodOperation deep = CLIENT;
        for (int i = 0; i < 100; i++) {
            deep = CLIENT.inside(DECORATOR.inside(deep, false), false);
        }

        assertThat(deep).isSameAs(CLIENT.inside(DECORATOR.inside(CLIENT, false), false));
        assertThat(Target.method("+shop.Client#get").matches(deep)).isFalse();
    }

    @Test
    void subtypesIncludeTheTypeItself() {
        assertThat(Target.method("+shop.Remote#get").matches(CLIENT)).isTrue();
    }

    @Test
    void aProxyAndTheObjectBehindItAreOneCallHoweverTheTargetNamesThem() {
        MethodOperation proxied = get("shop.Client");
        MethodOperation byDefault = get("shop.Client").behind(proxied);

        assertThat(Target.method("shop.Client#get").matches(byDefault)).isFalse();
        assertThat(Target.method("+shop.Client#get").matches(CLIENT.behind(proxied)))
                .isFalse();
        assertThat(Target.method("shop.*#get").matches(CLIENT.behind(proxied))).isFalse();
        assertThat(Target.method("shop.Remote#get").matches(CLIENT.behind(proxied)))
                .isTrue();
        assertThat(Target.method("shop.Client#get").matches(byDefault.behind(proxied.behind(proxied))))
                .isFalse();
    }
}
