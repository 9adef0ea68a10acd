package dev.chaos4j.examples.storefront.shop;

/** One build of everything with which the shop reaches the cloud. Implementations are thread-safe. */
public interface ShopClients extends AutoCloseable {
    /** Where pictures come from. */
    ImageStore images();

    /** Where prices come from. */
    Prices prices();

    /** Where orders go. */
    Orders orders();

    /** What the resilience patterns are doing right now. */
    PatternStatus status();

    /** How many requests the shop serves at once; further ones are refused at once. */
    int mostRequestsAtOnce();

    @Override
    void close();
}
