/** The shop's HTTP side, the same for both builds. */
@NullMarked
package dev.chaos4j.examples.storefront.web;

import org.jspecify.annotations.NullMarked;
