package dev.chaos4j.examples.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.check.CheckResult;
import dev.chaos4j.check.Checks;
import dev.chaos4j.check.ConfigurationWatch;
import dev.chaos4j.check.Limits;
import dev.chaos4j.check.Recording;
import dev.chaos4j.check.Verdict;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Five bad rollouts to one build, against real servers.
 *
 * @param customers what a customer got after each rollout, by its name: a price or an error
 * @param checks what came of it
 */
record Rollouts(Map<String, String> customers, List<CheckResult> checks) {

    /** What both builds promise. The guarded one needs some 0.1 s; a busy machine may take more. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String REGION = "us-east-1";

    private static List<PlannedFault> mistakes() {
        return List.of(
                rollout("another Region", WrongSetting.of(SettingSlip.OTHER_REGION), PriceSettings.REGION),
                rollout("a host that does not exist", WrongSetting.of(SettingSlip.WRONG_HOST), PriceSettings.PRICES),
                rollout(
                        "two endpoints swapped",
                        WrongSetting.swapped(PriceSettings.PRICES, PriceSettings.ORDERS),
                        "{prices,orders}.endpoint"),
                rollout("a time-out of zero", WrongSetting.of(SettingSlip.ZERO), PriceSettings.TIMEOUT),
                rollout("seconds for milliseconds", WrongSetting.of(SettingSlip.UNIT_SLIP), PriceSettings.TIMEOUT));
    }

    private static PlannedFault rollout(String name, WrongSetting mistake, String setting) {
        return PlannedFault.of(mistake, Target.setting(setting)).named(name);
    }

    /** Rolls them out, one after the other; each is mended before the next. */
    static Rollouts to(BiFunction<SettingsFile, PriceService.Listener, PriceService> build, Path directory)
            throws IOException {
        try (LoopbackServer prices = LoopbackServer.ofPrices(REGION);
                LoopbackServer orders = LoopbackServer.ofOrders();
                ChaosSession session = Chaos.session(SessionOptions.jvm())) {
            SettingsFile file = file(directory, prices, orders);
            PriceService service = build.apply(file, telling(ConfigurationWatch.in(session, "prices")));
            service.reload();
            assertThat(service.price("tea")).isEqualTo("3");
            // what the name server says of such a name, at once and wherever this runs
            session.arm(
                    Failure.network(NetworkError.UNKNOWN_HOST), Target.network().host("*.invalid"));
            return rollOut(service, session);
        }
    }

    private static Rollouts rollOut(PriceService service, ChaosSession session) throws IOException {
        Map<String, String> customers = new LinkedHashMap<>();
        List<PlannedFault> mistakes = mistakes();
        for (PlannedFault each : mistakes) {
            try (ActiveFault mistake = session.arm(each)) {
                service.reload();
                customers.put(each.name(), customer(service));
                assertThat(mistake.fired()).as(each.name()).isPositive();
                if (customers.size() == mistakes.size()) {
                    Awaitility.await().atMost(SOON.multipliedBy(10)).until(() -> judged(session).stream()
                            .noneMatch(Rollouts::isOpen));
                }
            }
            service.reload();
        }
        return new Rollouts(customers, judged(session));
    }

    private static boolean isOpen(CheckResult result) {
        return result.verdict() == Verdict.INCONCLUSIVE;
    }

    private static List<CheckResult> judged(ChaosSession session) {
        Recording recording = Recording.of(session)
                .declaring(Limits.none().mistakesDetectedWithin(SOON).mistakesRevertedWithin(SOON));
        return Stream.of("CM1", "CM2")
                .map(id -> Checks.of(id).evaluate(recording))
                .toList();
    }

    private static String customer(PriceService service) {
        try {
            return service.price("tea");
        } catch (IOException failed) {
            String message = failed.getMessage();
            return message == null ? failed.getClass().getSimpleName() : message;
        }
    }

    private static SettingsFile file(Path directory, LoopbackServer prices, LoopbackServer orders) throws IOException {
        Path file = directory.resolve("prices.properties");
        Files.writeString(file, """
                prices.endpoint = %s
                orders.endpoint = %s
                prices.region = %s
                prices.timeout.millis = 20000
                """.formatted(prices.url(), orders.url(), REGION));
        return new SettingsFile(file);
    }

    private static PriceService.Listener telling(ConfigurationWatch watch) {
        return new PriceService.Listener() {
            @Override
            public void inForce(Map<String, String> settings) {
                watch.inForce(settings);
            }

            @Override
            public void wrong(String setting) {
                watch.detected(setting);
            }
        };
    }
}
