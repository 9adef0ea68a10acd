@NullMarked
package dev.chaos4j.examples.storefront.rehearsal;

import org.jspecify.annotations.NullMarked;
