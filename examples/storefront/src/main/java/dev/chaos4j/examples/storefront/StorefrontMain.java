package dev.chaos4j.examples.storefront;

import dev.chaos4j.examples.storefront.settings.Settings;
import java.util.concurrent.CountDownLatch;

/**
 * The shop in a JVM of its own.
 *
 * <p>Takes settings as {@code key=value} arguments or as {@code -Dstorefront.key=value}; prints {@code shop.uri=...} and
 * {@code shop.pid=...}, then {@code ready}. Ends gracefully on SIGTERM. Exit code 2: the settings are wrong.
 */
public final class StorefrontMain {
    private static final int WRONG_SETTINGS = 2;

    private StorefrontMain() {}

    /**
     * Runs the shop.
     *
     * @param args settings as {@code key=value}
     * @throws InterruptedException never, short of a debugger
     */
    public static void main(String[] args) throws InterruptedException {
        try {
            run(Storefront.start(Settings.parse(args, System.getProperties())));
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_SETTINGS);
        }
    }

    private static void run(Storefront shop) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "storefront-shutdown"));
        System.out.println("shop.uri=" + shop.uri());
        System.out.println("shop.pid=" + ProcessHandle.current().pid());
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
