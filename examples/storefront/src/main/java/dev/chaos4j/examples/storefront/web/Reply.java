package dev.chaos4j.examples.storefront.web;

import java.util.Map;

/** What a route answers: a status, headers, and an object to be written as JSON. */
record Reply(int status, Map<String, String> headers, Object body) {
    static Reply of(int status, Object body) {
        return new Reply(status, Map.of(), body);
    }

    static Reply error(int status, String message) {
        return of(status, Map.of("error", message));
    }
}
