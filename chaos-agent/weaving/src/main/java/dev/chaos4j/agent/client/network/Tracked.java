package dev.chaos4j.agent.client.network;

/** Something that is done to one socket or channel, and must hear when it is closed. */
interface Tracked {

    /** The socket or channel was closed, by anybody but us. Never throws. */
    void closed();
}
