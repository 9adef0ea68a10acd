package dev.chaos4j.internal.yaml;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a text.
 *
 * @param at where
 * @param text what, in one sentence without a full stop
 * @param found what stands there
 * @param allowed what may stand there
 * @param nearest the valid word that was probably meant, or null
 */
public record Problem(
        Position at,
        String text,
        String found,
        String allowed,
        @Nullable String nearest) {}
