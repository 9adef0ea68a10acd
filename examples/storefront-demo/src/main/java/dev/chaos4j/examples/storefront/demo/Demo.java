package dev.chaos4j.examples.storefront.demo;

import dev.chaos4j.check.Verdict;
import dev.chaos4j.examples.storefront.load.LoadReport;
import dev.chaos4j.examples.storefront.load.Visit;
import dev.chaos4j.journal.JournalFile;
import dev.chaos4j.journal.JournalSnapshot;
import dev.chaos4j.report.Report;
import dev.chaos4j.report.ReportedRun;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The main job, from start to verdict: two shops with steady customers, the agent attached to both while they run, an
 * outage, recovery, judgement.
 */
final class Demo {
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(45);
    private static final long TICK_MILLIS = 500;

    private final Terminal terminal;
    private final Display display;
    private final AgentCli agent;
    private final Path directory;
    private final Times times;
    private final Scenario scenario;

    Demo(Terminal terminal, AgentCli agent, Path directory, Options options) {
        this.terminal = terminal;
        this.display = new Display(terminal);
        this.agent = agent;
        this.directory = directory;
        this.times = options.times();
        this.scenario = Plan.of(options.scenario(), times);
    }

    /** Runs it; true if the naive shop deviated and the hardened one held. */
    boolean run() throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path file = Files.writeString(directory.resolve("scenario.yaml"), ScenarioFile.write(scenario));
        terminal.line(terminal.strong("The outage '" + scenario.name() + "', played to two builds of a shop"));
        terminal.line("  " + scenario.description());
        List<Lane> lanes = new ArrayList<>();
        try {
            lanes.addAll(open());
            play(lanes, file);
            lanes.forEach(Lane::mark);
            List<ReportedRun> runs = new ArrayList<>();
            for (Lane lane : lanes) {
                runs.add(judge(lane));
            }
            return conclude(runs);
        } finally {
            lanes.forEach(Lane::close);
        }
    }

    private List<Lane> open() {
        terminal.line("Starting two clouds and two shops, each in a JVM of its own");
        Map<String, String> limits = Plan.limits(scenario, times);
        List<CompletableFuture<Lane>> starting = List.of("naive", "hardened").stream()
                .map(build ->
                        CompletableFuture.supplyAsync(() -> Lane.open(build, directory.resolve(build), agent, limits)))
                .toList();
        List<Lane> lanes = starting.stream().map(Demo::join).toList();
        lanes.forEach(Lane::openDoors);
        return lanes;
    }

    /** Until all is well in both shops: what the outage does must not be mixed up with cold starts. */
    private void warmUp(List<Lane> lanes) throws InterruptedException {
        terminal.line("Letting the customers in, until both shops serve them well");
        Duration waited = Duration.ZERO;
        List<Lane.Look> looks = looks(lanes);
        while (!looks.stream().allMatch(look -> look.pulse().isWarm())) {
            if (waited.compareTo(LONGEST_WARM_UP) > 0) {
                throw new DemoFailure("The shops do not serve their customers well although nothing is wrong yet: "
                        + Display.summary(looks) + ". Perhaps this machine is too busy now.");
            }
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
            waited = waited.plusMillis(TICK_MILLIS);
            looks = looks(lanes);
        }
    }

    private void play(List<Lane> lanes, Path file) throws InterruptedException {
        warmUp(lanes);
        show(lanes, "steady traffic", times.steady());
        display.settle();
        attach(lanes, file);
        Duration recovering = Duration.ZERO;
        boolean calm = false;
        while (!calm) {
            List<Lane.Look> looks = looks(lanes);
            Rehearsed.State state = slowest(looks);
            boolean over = state.stage().equals("recovery");
            calm = !state.armed()
                    || (recovering.compareTo(times.shortestRecovery()) >= 0
                            && looks.stream().allMatch(look -> look.patterns().calm()));
            recovering = over ? recovering.plusMillis(TICK_MILLIS) : recovering;
            Duration left = Duration.ofMillis(over ? state.stageLeftMillis() : state.leftMillis())
                    .minus(over ? Duration.ZERO : times.recovery());
            Duration whole = over ? times.recovery() : times.healthy().plus(times.outage());
            display.show(state.stage(), left.isNegative() ? Duration.ZERO : left, whole, looks);
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
        }
        display.settle();
    }

    private void attach(List<Lane> lanes, Path file) {
        List<CompletableFuture<Void>> attaching = new ArrayList<>();
        for (Lane lane : lanes) {
            terminal.line("Attaching the agent to the " + lane.build() + " shop, which goes on serving");
            terminal.line("  $ "
                    + agent.typed("attach", "" + lane.pid(), "--scenario", "scenario.yaml", "--for", times.lease()));
            attaching.add(CompletableFuture.runAsync(() -> lane.attach(file, times.lease())));
        }
        attaching.forEach(Demo::join);
    }

    private static <T extends @Nullable Object> T join(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The lane that was attached last. */
    private static Rehearsed.State slowest(List<Lane.Look> looks) {
        Rehearsed.State last = looks.get(looks.size() - 1).rehearsed();
        if (last == null) {
            throw new IllegalStateException("Nothing is attached yet");
        }
        return last;
    }

    private void show(List<Lane> lanes, String what, Duration time) throws InterruptedException {
        for (Duration left = time; !left.isNegative(); left = left.minusMillis(TICK_MILLIS)) {
            display.show(what, left, time, looks(lanes));
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
        }
    }

    private static List<Lane.Look> looks(List<Lane> lanes) throws InterruptedException {
        List<Lane.Look> looks = new ArrayList<>();
        for (Lane lane : lanes) {
            looks.add(lane.look());
        }
        return looks;
    }

    private ReportedRun judge(Lane lane) throws IOException, InterruptedException {
        terminal.line("Fetching the journal of the " + lane.build() + " shop and disarming it");
        terminal.line("  $ " + agent.typed("journal", "" + lane.pid()));
        terminal.line("  $ " + agent.typed("disarm", "" + lane.pid()));
        JournalSnapshot journal = JournalFile.read(lane.finish());
        ReportedRun run = ReportedRun.of(
                lane.build(), Judge.checks(journal, Audit.of(lane.load().promises(), lane.settings())));
        LoadReport report = lane.load().report();
        terminal.line(String.format(
                Locale.ROOT,
                "  %-9s %d pages, %.1f %% failed; %d orders, %.1f %% failed; p99 %d ms",
                lane.build(),
                report.of(Visit.Kind.PAGE).visits().size(),
                report.of(Visit.Kind.PAGE).errorShare() * 100,
                report.of(Visit.Kind.ORDER).visits().size(),
                report.of(Visit.Kind.ORDER).errorShare() * 100,
                report.percentile(0.99).toMillis()));
        return run;
    }

    private boolean conclude(List<ReportedRun> runs) throws IOException {
        Report report = Report.of("The outage '" + scenario.name() + "', naive and hardened");
        for (ReportedRun run : runs) {
            report = report.with(run);
        }
        terminal.line("");
        terminal.line(report.toText().stripTrailing());
        terminal.line("");
        Path json = directory.resolve("report.json");
        Path markdown = directory.resolve("report.md");
        report.writeJson(json);
        Files.writeString(markdown, report.toMarkdown());
        terminal.line("journals  " + directory.resolve("naive/journal.jsonl"));
        terminal.line("          " + directory.resolve("hardened/journal.jsonl"));
        terminal.line("report    " + markdown);
        terminal.line("          " + json);
        boolean naive = asExpected(runs.get(0), Verdict.DEVIATED);
        boolean hardened = asExpected(runs.get(1), Verdict.HELD);
        return naive && hardened;
    }

    private boolean asExpected(ReportedRun run, Verdict expected) {
        boolean fine = run.verdict() == expected;
        String text = "The " + run.name() + " shop " + run.verdict()
                + (fine ? ", as expected" : ", but should have " + expected);
        terminal.line(fine ? terminal.good(text) : terminal.bad(text));
        return fine;
    }
}
