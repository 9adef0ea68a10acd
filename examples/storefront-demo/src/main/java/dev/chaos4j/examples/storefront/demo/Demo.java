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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The main job, from start to verdict: two shops with steady customers, the agent attached to both while they run, an
 * outage, recovery, judgement.
 */
final class Demo {
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration HEALTHY = Duration.ofSeconds(5);
    private static final Duration OUTAGE = Duration.ofSeconds(40);
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final Duration SHORTEST_RECOVERY = Duration.ofSeconds(5);
    private static final long TICK_MILLIS = 500;
    private static final String LEASE = "5m";

    private final Terminal terminal;
    private final Display display;
    private final AgentCli agent;
    private final Path directory;
    private final Scenario scenario;

    Demo(Terminal terminal, AgentCli agent, Path directory, String scenario) {
        this.terminal = terminal;
        this.display = new Display(terminal);
        this.agent = agent;
        this.directory = directory;
        this.scenario = Plan.of(scenario, HEALTHY, OUTAGE, RECOVERY);
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
        terminal.line("Starting two clouds, two shops and their customers, each in a JVM of its own");
        List<CompletableFuture<Lane>> starting = List.of("naive", "hardened").stream()
                .map(build -> CompletableFuture.supplyAsync(() -> Lane.open(build, directory.resolve(build), agent)))
                .toList();
        return starting.stream().map(CompletableFuture::join).toList();
    }

    private void play(List<Lane> lanes, Path file) throws InterruptedException {
        show(lanes, "steady traffic", WARM_UP);
        display.settle();
        attach(lanes, file);
        Duration recovering = Duration.ZERO;
        boolean calm = false;
        while (!calm) {
            List<Lane.Look> looks = looks(lanes);
            Rehearsed.State state = slowest(looks);
            boolean over = state.stage().equals("recovery");
            calm = !state.armed()
                    || (recovering.compareTo(SHORTEST_RECOVERY) >= 0
                            && looks.stream().allMatch(look -> look.patterns().calm()));
            recovering = over ? recovering.plusMillis(TICK_MILLIS) : recovering;
            Duration left = Duration.ofMillis(over ? state.stageLeftMillis() : state.leftMillis())
                    .minus(over ? Duration.ZERO : RECOVERY);
            display.show(state.stage(), left.isNegative() ? Duration.ZERO : left, HEALTHY.plus(OUTAGE), looks);
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
        }
        display.settle();
    }

    private void attach(List<Lane> lanes, Path file) {
        List<CompletableFuture<Void>> attaching = new ArrayList<>();
        for (Lane lane : lanes) {
            terminal.line("  $ "
                    + agent.typed("attach", "" + lane.pid(), "--scenario", "scenario.yaml", "--for", LEASE) + "    # "
                    + lane.build());
            attaching.add(CompletableFuture.runAsync(() -> lane.attach(file, LEASE)));
        }
        attaching.forEach(CompletableFuture::join);
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
        terminal.line("  $ " + agent.typed("journal", "" + lane.pid()) + " && " + agent.typed("disarm", "" + lane.pid())
                + "    # " + lane.build());
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
        terminal.line("report    " + markdown + ", " + json);
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
