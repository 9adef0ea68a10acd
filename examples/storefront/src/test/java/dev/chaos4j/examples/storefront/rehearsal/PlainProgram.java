package dev.chaos4j.examples.storefront.rehearsal;

import static java.time.Duration.ofSeconds;

import dev.chaos4j.Chaos;
import dev.chaos4j.check.CheckResult;
import dev.chaos4j.check.Limits;
import dev.chaos4j.check.Resilience;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.ScenarioFile;
import dev.chaos4j.session.ScenarioRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A rehearsal by library call: a program without JUnit and without the agent's command line. It opens a shop, plays a
 * scenario with {@link Chaos#run}, and prints each check's verdict and reason.
 */
public final class PlainProgram {
    private static final String SHOP = "dev.chaos4j.examples.storefront.";

    private static final Limits PROMISES = Limits.none()
            .attempts(3)
            .retryBudget(0.5)
            .callsEndWithin(ofSeconds(7))
            .failoverWithin(ofSeconds(20))
            .breakerOpensAfter(21) // five, and all 16 that may be under way then
            .breakerClosesWithin(ofSeconds(20))
            .secondary("region=us-west-2");

    private PlainProgram() {}

    /**
     * Runs it.
     *
     * @param args {@code build=}, {@code scenario=}, {@code scale=}, {@code attempt.timeout=} and {@code queue=}
     * @throws InterruptedException never, short of a debugger
     */
    public static void main(String[] args) throws InterruptedException {
        Wanted wanted = Wanted.read(args);
        Scenario scenario =
                ScenarioFile.ofCatalogue(wanted.of("scenario")).timesScaledBy(Double.parseDouble(wanted.of("scale")));
        Path queue = Path.of(wanted.of("queue"));
        try (OpenShop shop = new OpenShop(wanted.of("build"), queue, Chaos.current(), wanted.of("attempt.timeout"));
                ScenarioRun run = Chaos.run(scenario)) {
            System.out.println("finished=" + run.await(ofSeconds(60)));
            shop.recover();
            Verdicts.fired(run).forEach((fault, times) -> System.out.println(fault + "=" + times));
            judge(shop)
                    .forEach(
                            result -> System.out.println(result.id() + "=" + result.verdict() + " " + result.reason()));
        }
        System.out.println("ready");
        System.exit(0);
    }

    private static List<CheckResult> judge(OpenShop shop) {
        Resilience all = Resilience.in(Chaos.current()).declaring(PROMISES).collecting();
        all.of(SHOP + "*").holds("RT1", "RT2", "RT7", "FB1", "FO1").losesNoWrites(shop.orders());
        all.of(SHOP + "*").opensBreaker("reads.us-east-1").closesBreaker("reads.us-east-1");
        all.of(SHOP + "web.*").holds("TO1");
        return all.results();
    }

    /** The arguments by name. */
    private record Wanted(Map<String, String> texts) {
        static Wanted read(String[] args) {
            return new Wanted(List.of(args).stream()
                    .map(arg -> arg.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
        }

        String of(String name) {
            return Objects.requireNonNull(texts.get(name), name);
        }
    }
}
