/**
 * Reads and writes YAML files of a fixed form: the form of each thing is a table of its keys, which reads it, writes it
 * and describes it to editors, and every error names line and column. Knows nothing of scenarios.
 */
@NullMarked
package dev.chaos4j.internal.yaml;

import org.jspecify.annotations.NullMarked;
