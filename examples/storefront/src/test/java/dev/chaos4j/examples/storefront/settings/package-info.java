@NullMarked
package dev.chaos4j.examples.storefront.settings;

import org.jspecify.annotations.NullMarked;
