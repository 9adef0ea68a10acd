@NullMarked
package dev.chaos4j.examples.storefront.cloud;

import org.jspecify.annotations.NullMarked;
