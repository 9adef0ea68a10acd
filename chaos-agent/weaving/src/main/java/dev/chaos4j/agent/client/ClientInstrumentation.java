package dev.chaos4j.agent.client;

import java.util.List;

/**
 * Which methods of one client library are injection points. Found through {@link java.util.ServiceLoader}, and therefore
 * free of the library's types. Thread-safe.
 */
public interface ClientInstrumentation {

    /** The library, for messages, for example {@code AWS SDK for Java 2}. */
    String library();

    /** Its points; the same in every call. */
    List<ClientPoint> points();

    /**
     * Roads by which operations may go that pass none of these points. Said as near misses once a class of theirs is
     * loaded.
     */
    default List<OtherRoad> otherRoads() {
        return List.of();
    }
}
