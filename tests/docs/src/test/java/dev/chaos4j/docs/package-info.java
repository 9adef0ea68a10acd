/** The Markdown files kept honest: their code is compiled and run here, their links are followed. */
@NullMarked
package dev.chaos4j.docs;

import org.jspecify.annotations.NullMarked;
