package dev.chaos4j.examples.storefront.settings;

import java.net.URI;

/**
 * One bucket and how to reach it.
 *
 * @param region the Region's name, such as {@code us-east-1}; it is part of each request's signature
 * @param endpoint where the Region's S3 listens
 * @param bucket the bucket's name
 */
public record S3Location(String region, URI endpoint, String bucket) {
    @Override
    public String toString() {
        return region + " " + endpoint + "/" + bucket;
    }
}
