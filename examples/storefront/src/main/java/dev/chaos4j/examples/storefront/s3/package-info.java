/** The plumbing that both builds share: how to connect to S3, and which object lies under which key. */
@NullMarked
package dev.chaos4j.examples.storefront.s3;

import org.jspecify.annotations.NullMarked;
