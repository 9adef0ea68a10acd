@NullMarked
package dev.chaos4j.examples.storefront.web;

import org.jspecify.annotations.NullMarked;
