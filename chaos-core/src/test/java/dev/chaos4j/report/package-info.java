@NullMarked
package dev.chaos4j.report;

import org.jspecify.annotations.NullMarked;
