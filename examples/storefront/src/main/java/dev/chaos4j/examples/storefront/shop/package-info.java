/** What a shop is, whoever builds its clients: products, prices, orders, and the three ports behind which the clouds lie. */
@NullMarked
package dev.chaos4j.examples.storefront.shop;

import org.jspecify.annotations.NullMarked;
