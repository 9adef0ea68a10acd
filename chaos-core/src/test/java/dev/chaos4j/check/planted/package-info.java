/** Tiny clients with one planted defect each, and their corrected twins. */
@NullMarked
package dev.chaos4j.check.planted;

import org.jspecify.annotations.NullMarked;
