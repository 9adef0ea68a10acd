package dev.chaos4j.examples.storefront.web;

/**
 * The traffic of the last five seconds.
 *
 * @param requestsPerSecond requests answered per second
 * @param errorShare the share of them that failed (status 500 or above), from 0.0 to 1.0
 * @param p99Millis the time within which 99 of 100 were answered, in milliseconds
 * @param inFlight requests being served right now
 * @param served requests answered since the start
 */
public record TrafficStatus(double requestsPerSecond, double errorShare, double p99Millis, int inFlight, long served) {}
