package dev.chaos4j.examples.storefront.demo;

import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.ScenarioFile;
import dev.chaos4j.scenario.Stage;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A scenario of the catalogue, made short enough to watch, that also notes what the shop does for its customers. */
final class Plan {
    private static final String SHOP = "dev.chaos4j.examples.storefront.";

    /** What one customer's request, or one look into the order queue, causes belongs together. */
    private static final List<Target> CALLS = List.of(
            Target.method(SHOP + "web.ProductRoute#answer"),
            Target.method(SHOP + "web.OrderRoute#answer"),
            Target.method(SHOP + "hardened.QueuedOrders#drain"),
            Target.method(ShopMain.class.getName() + "#mark"));

    private Plan() {}

    /**
     * The scenario.
     *
     * @param name its name in the catalogue
     * @param healthy how long its first stage lasts, in which all is well
     * @param outage how long its other stages last together; among them, time is divided as it was
     * @param recovery how long everything may take to recover
     * @throws IllegalArgumentException if there is none of this name
     */
    static Scenario of(String name, Duration healthy, Duration outage, Duration recovery) {
        Scenario real = ScenarioFile.ofCatalogue(name);
        Stage calm = real.stages().get(0);
        List<Stage> others = real.stages().subList(1, real.stages().size());
        Duration lasted = others.stream().map(Stage::duration).reduce(Duration.ZERO, Duration::plus);
        double factor = (double) outage.toNanos() / lasted.toNanos();
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(calm.name(), healthy, calm.until(), calm.faults()));
        stages.addAll(
                real.timesScaledBy(factor).stages().subList(1, real.stages().size()));
        return new Scenario(real.name(), real.description(), real.seed(), stages, recovery, CALLS, real.attempts());
    }
}
