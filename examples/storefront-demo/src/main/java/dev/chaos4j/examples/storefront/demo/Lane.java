package dev.chaos4j.examples.storefront.demo;

import dev.chaos4j.examples.storefront.cloud.CloudMain;
import dev.chaos4j.examples.storefront.demo.ShopStatusReader.ShopPatterns;
import dev.chaos4j.examples.storefront.load.LoadGenerator;
import dev.chaos4j.examples.storefront.load.LoadPlan;
import dev.chaos4j.examples.storefront.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One build of the shop with a cloud and customers of its own: what is done to one lane cannot reach the other. */
final class Lane implements AutoCloseable {
    /** The last one counts: the first ones load classes between the two journals' notes. */
    private static final int MARKS = 3;

    private final String build;
    private final Path directory;
    private final AgentCli agent;
    private final Child cloud;
    private final Child shop;
    private final Settings settings;
    private final URI uri;
    private final ShopStatusReader status;
    private @Nullable LoadGenerator load;
    private @Nullable Rehearsed rehearsed;

    private Lane(String build, Path directory, AgentCli agent, Child cloud, Child shop, Settings settings, URI uri) {
        this.build = build;
        this.directory = directory;
        this.agent = agent;
        this.cloud = cloud;
        this.shop = shop;
        this.settings = settings;
        this.uri = uri;
        this.status = new ShopStatusReader(uri);
    }

    /**
     * Starts a cloud and the shop.
     *
     * @param build {@code naive} or {@code hardened}
     * @param limits settings of the hardened build that differ from its defaults
     * @throws DemoFailure if one of them does not start
     */
    static Lane open(String build, Path directory, AgentCli agent, Map<String, String> limits) {
        create(directory);
        Child cloud = Child.main(build + " shop's cloud", CloudMain.class, directory.resolve("cloud.log"), Map.of());
        Map<String, String> settings = new LinkedHashMap<>(cloud.awaitReady());
        settings.put("build", build);
        settings.putAll(limits);
        settings.put("queue.directory", directory.resolve("queue").toString());
        Child shop = Child.main(build + " shop", ShopMain.class, directory.resolve("shop.log"), settings);
        URI uri = URI.create(shop.awaitReady().getOrDefault("shop.uri", ""));
        return new Lane(build, directory, agent, cloud, shop, Settings.from(settings), uri);
    }

    String build() {
        return build;
    }

    long pid() {
        return shop.pid();
    }

    Settings settings() {
        return settings;
    }

    /** Lets the customers in. */
    void openDoors() {
        load = LoadGenerator.start(LoadPlan.steady(uri));
    }

    /** The customers; they must be in. */
    LoadGenerator load() {
        return Objects.requireNonNull(load, "The doors are closed");
    }

    /** Brings the agent into the running shop, which plays the scenario from now on. */
    void attach(Path scenario, String lease) {
        agent.run("attach", Long.toString(pid()), "--scenario", scenario.toString(), "--for", lease);
        rehearsed = new Rehearsed(agent.start("status", Long.toString(pid()), "--watch", "--json"));
    }

    /**
     * What goes on, as far as the shop, its customers and the agent tell.
     *
     * @throws DemoFailure if the shop or its cloud has ended, or if the agent has fallen silent
     */
    Look look() throws InterruptedException {
        cloud.requireAlive();
        shop.requireAlive();
        Rehearsed present = rehearsed;
        return new Look(
                build,
                Pulse.of(load().report(), load().elapsed()),
                status.read(),
                present == null ? null : present.state());
    }

    /** Notes this moment in both journals; the agent does so only while the scenario lasts. */
    void mark() {
        for (int i = 0; i < MARKS; i++) {
            tell(ShopMain.MARK);
        }
    }

    /**
     * Lets the customers go home, collects both journals and takes the agent's faults out of the shop.
     *
     * @return the file with everything that was recorded
     */
    Path finish() {
        load().close();
        Path fromAgent = directory.resolve("agent-journal.jsonl");
        agent.run("journal", Long.toString(pid()), "--out", fromAgent.toString());
        agent.run("disarm", Long.toString(pid()));
        Path fromShop = directory.resolve("breaker-journal.jsonl");
        tell("journal " + fromShop);
        Path whole = directory.resolve("journal.jsonl");
        Journals.merge(fromAgent, fromShop, whole);
        return whole;
    }

    private void tell(String order) {
        shop.tell(order);
        String said = "";
        while (!said.equals("done")) { // before that, what the shop logs meanwhile
            said = shop.line().orElseThrow(() -> new DemoFailure("The " + build + " shop has ended before its work."));
        }
    }

    @Override
    public void close() {
        if (rehearsed != null) {
            rehearsed.close();
        }
        if (load != null) {
            load.close();
        }
        shop.close();
        cloud.close();
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory for results cannot be made", e);
        }
    }

    /**
     * One look at a lane.
     *
     * @param build which build the shop runs
     * @param pulse how its customers fare
     * @param patterns what its patterns do
     * @param rehearsed what the agent says; null before it is attached
     */
    record Look(String build, Pulse pulse, ShopPatterns patterns, Rehearsed.@Nullable State rehearsed) {}
}
