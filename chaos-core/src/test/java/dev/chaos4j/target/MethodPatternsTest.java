package dev.chaos4j.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodPatternsTest {

    @ParameterizedTest
    @CsvSource({
        "shop.Inventory#stock, shop.Inventory, stock",
        "shop.*Client#get*, shop.PriceClient, getAll",
        "shop.**.*Client#*, shop.a.b.PriceClient, getAll",
        "shop.Inventory#<init>, shop.Inventory, <init>",
        "'shop.{Orders,Prices}#*', shop.Prices, all",
        "'{shop.a.Orders,shop.Prices}#*', shop.a.Orders, all",
        "'shop.{Order,Price}Client#{get,put}*', shop.OrderClient, putAll",
    })
    void selects(String pattern, String type, String method) {
        assertThat(Target.method(pattern).matches(method(type, method))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "shop.*Client#get*, shop.a.PriceClient, getAll",
        "'shop.{Orders,Prices}#*', shop.Stock, all",
        "'shop.Orders#{get,put}', shop.Orders, delete",
    })
    void leavesAlone(String pattern, String type, String method) {
        assertThat(Target.method(pattern).matches(method(type, method))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.{Orders#get", "shop.{Orders}#get", "shop.Orders#get,put", "shop.Orders#{a.b,c}"})
    void refusesWhatCanNeverMatch(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.method(pattern))
                .withMessageContaining("; write ");
    }

    @Test
    void readsBackWhatItDescribes() {
        String pattern = "+shop.{Orders,Prices}#{get,put}*(String, int)";

        assertThat(Target.method(pattern).describe()).isEqualTo(pattern);
        assertThat(Target.method(Target.method(pattern).describe()).exactType()).isEmpty();
    }

    private static MethodShape method(String type, String name) {
        return new MethodShape(new Named(type), name, List.of(), Set.of());
    }

    private record Named(String name) implements TypeShape {
        @Override
        public Set<String> supertypes() {
            return Set.of();
        }

        @Override
        public Set<String> annotations() {
            return Set.of();
        }
    }
}
