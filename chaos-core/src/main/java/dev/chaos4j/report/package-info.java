/** What was found, for people and for machines: verdicts of several runs side by side, as text, Markdown and JSON. */
@NullMarked
package dev.chaos4j.report;

import org.jspecify.annotations.NullMarked;
