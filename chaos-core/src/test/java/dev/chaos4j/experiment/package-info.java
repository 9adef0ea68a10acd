@NullMarked
package dev.chaos4j.experiment;

import org.jspecify.annotations.NullMarked;
