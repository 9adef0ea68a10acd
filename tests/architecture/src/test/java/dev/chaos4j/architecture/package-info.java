/** The rules of the design's section "Budgets", as tests over every module of the build. */
@NullMarked
package dev.chaos4j.architecture;

import org.jspecify.annotations.NullMarked;
