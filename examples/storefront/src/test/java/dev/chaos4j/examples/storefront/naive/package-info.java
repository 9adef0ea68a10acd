@NullMarked
package dev.chaos4j.examples.storefront.naive;

import org.jspecify.annotations.NullMarked;
