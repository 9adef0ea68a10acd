package dev.chaos4j.examples.storefront.cloud;

/** How a service of the cloud feels; in the order of the S3 outage of 2017-02-28, in which reads came back before writes. */
public enum Condition {
    /** Every request is served. */
    HEALTHY,
    /** Every request is answered with status 503. */
    DOWN,
    /** Requests are taken and not answered, until the condition changes or 30 seconds have passed. */
    STALLED,
    /** Every second read is served; the others and all writes get 503. */
    SOME_READS,
    /** Reads are served; writes get 503. */
    READS_ONLY
}
