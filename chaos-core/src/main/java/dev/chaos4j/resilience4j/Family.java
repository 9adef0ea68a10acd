package dev.chaos4j.resilience4j;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How to observe the instances of one pattern.
 *
 * @param pattern the journal's word, for example {@code circuit-breaker}
 * @param name an instance's name
 * @param settings an instance's effective settings
 * @param attach hands all that an instance says from now on to a consumer, for ever
 * @param routine the events that each successful call causes
 */
record Family<I>(
        String pattern,
        Function<I, String> name,
        Function<I, Map<String, String>> settings,
        BiConsumer<I, Consumer<Note>> attach,
        Set<String> routine) {}
