package dev.chaos4j.examples.storefront.s3;

/** Which object lies under which key. */
public final class Keys {
    /** What all orders' keys begin with. */
    public static final String ORDERS = "orders/";

    private Keys() {}

    /** Where the picture of a product lies. */
    public static String image(String product) {
        return "images/" + product + ".svg";
    }

    /** Where an order lies: its id decides, so that storing it again replaces it by itself. */
    public static String order(String orderId) {
        return ORDERS + orderId + ".json";
    }
}
