@NullMarked
package dev.chaos4j.scenario;

import org.jspecify.annotations.NullMarked;
