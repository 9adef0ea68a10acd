package dev.chaos4j.examples.storefront.cloud;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The cloud in a JVM of its own.
 *
 * <p>Prints the shop's settings as {@code key=value} lines, then the line {@code ready}. Runs until its standard input
 * ends, so that it never outlives the process that started it.
 */
public final class CloudMain {
    private CloudMain() {}

    /**
     * Starts the cloud.
     *
     * @param args none
     * @throws IOException if standard input cannot be read
     */
    public static void main(String[] args) throws IOException {
        try (Cloud cloud = Cloud.start()) {
            cloud.settings().forEach((key, value) -> System.out.println(key + "=" + value));
            System.out.println("ready");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
