@NullMarked
package dev.chaos4j.configuration;

import org.jspecify.annotations.NullMarked;
