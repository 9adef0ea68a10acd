/**
 * The settings of a program as something that can be wrong: every mistake that people make with them, and what the
 * program makes of it.
 */
@NullMarked
package dev.chaos4j.configuration;

import org.jspecify.annotations.NullMarked;
