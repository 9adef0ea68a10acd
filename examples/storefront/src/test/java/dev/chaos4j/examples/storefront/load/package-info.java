@NullMarked
package dev.chaos4j.examples.storefront.load;

import org.jspecify.annotations.NullMarked;
