package dev.chaos4j.examples.storefront.demo;

import dev.chaos4j.examples.storefront.Storefront;
import dev.chaos4j.examples.storefront.hardened.HardenedClients;
import dev.chaos4j.examples.storefront.settings.Settings;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Journal;
import dev.chaos4j.journal.JournalFile;
import dev.chaos4j.resilience4j.Resilience4jObserver;
import dev.chaos4j.session.SessionOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The shop in a JVM of its own, with a journal of what its circuit breakers do: the agent that is attached later lives
 * in a class loader apart and cannot see them.
 *
 * <p>A line {@code journal FILE} on standard input writes that journal; the end of standard input ends the shop.
 */
public final class ShopMain {
    /** The entry that both journals have, by which their times are compared. */
    static final String MARK = "mark";

    private final Journal journal = Journal.ring(SessionOptions.DEFAULT_CAPACITY, System::nanoTime);

    private ShopMain() {}

    /**
     * Runs the shop.
     *
     * @param args settings as {@code key=value}
     * @throws IOException if standard input cannot be read or a journal not be written
     */
    public static void main(String[] args) throws IOException {
        new ShopMain().run(Settings.parse(args, System.getProperties()));
        System.exit(0);
    }

    private void run(Settings settings) throws IOException {
        try (Storefront shop = Storefront.start(settings);
                Resilience4jObserver observer = Resilience4jObserver.on(journal)) {
            if (shop.clients() instanceof HardenedClients hardened) {
                observer.watchBreakers(hardened.patterns().breakers());
            }
            System.out.println("shop.uri=" + shop.uri());
            System.out.println("ready");
            obey(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        }
    }

    private void obey(BufferedReader orders) throws IOException {
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.equals(MARK)) {
                mark();
            } else if (order.startsWith("journal ")) {
                JournalFile.write(journal, Path.of(order.substring("journal ".length())));
            }
            System.out.println("done");
        }
    }

    /** The agent watches this method, so that its journal notes this moment as well. */
    private void mark() {
        journal.record(
                (sequence, nanos) -> new Entry.PatternEvent(sequence, nanos, "storefront", "clock", MARK, MARK, "", 0));
    }
}
