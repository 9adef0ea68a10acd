@NullMarked
package dev.chaos4j.examples.storefront.hardened;

import org.jspecify.annotations.NullMarked;
