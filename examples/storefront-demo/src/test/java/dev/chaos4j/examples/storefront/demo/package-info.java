@NullMarked
package dev.chaos4j.examples.storefront.demo;

import org.jspecify.annotations.NullMarked;
