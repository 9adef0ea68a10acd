package dev.chaos4j.examples.storefront.demo;

import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.ScenarioFile;
import dev.chaos4j.scenario.Stage;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
     * @param times how long its parts last; among the stages of the outage, time is divided as it was
     * @throws IllegalArgumentException if there is none of this name
     */
    static Scenario of(String name, Times times) {
        Scenario real = ScenarioFile.ofCatalogue(name);
        Stage calm = real.stages().get(0);
        List<Stage> others = real.stages().subList(1, real.stages().size());
        Duration lasted = others.stream().map(Stage::duration).reduce(Duration.ZERO, Duration::plus);
        double factor = (double) times.outage().toNanos() / lasted.toNanos();
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(calm.name(), times.healthy(), calm.until(), calm.faults()));
        stages.addAll(
                real.timesScaledBy(factor).stages().subList(1, real.stages().size()));
        return new Scenario(
                real.name(), real.description(), real.seed(), stages, times.recovery(), CALLS, real.attempts());
    }

    /**
     * Settings of the hardened shop that go with it. Where no fault is silent, an attempt gets time enough that no stall
     * of a busy machine, such as while the agent weaves, is taken for a time-out: a retry after a refusal that came too
     * late would be right, and the checks, which know of the refusal only, would call it wrong.
     */
    static Map<String, String> limits(Scenario scenario, Times times) {
        boolean silent = scenario.stages().stream()
                .flatMap(stage -> stage.faults().stream())
                .anyMatch(fault -> fault.fault().describe().contains("hang"));
        String pause = times.breakerPause().toString().substring("PT".length());
        return silent ? Map.of("breaker.pause", pause) : Map.of("breaker.pause", pause, "attempt.timeout", "5s");
    }
}
