package dev.chaos4j.agent.client.network;

/**
 * A channel that was reset and that its client has not closed yet: it moves no bytes any more. Immutable.
 */
record Severed() implements Tracked {

    @Override
    public void closed() {
        // there is nothing to end
    }
}
