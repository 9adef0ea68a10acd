package dev.chaos4j.scenario;

import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.BrokenStream;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Direction;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Issuer;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.fault.Throttling;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.scope.BlastRadius;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.target.AwsTarget;
import dev.chaos4j.target.HttpTarget;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.SettingSource;
import dev.chaos4j.target.SettingTarget;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Scenarios of all that files can hold, drawn from a seed. */
final class RandomScenarios {

    private static final Issuer ISSUER = Issuer.keyStore("test-ca.p12", "TEST_CA_PASSWORD");

    private static final List<Mistake> MISTAKES = List.of(
            Mistake.WRONG_HOST,
            Mistake.WRONG_ADDRESS,
            Mistake.WRONG_PATH,
            Mistake.REDIRECT_LOOP,
            Mistake.PROXY_FAILS,
            Mistake.WRONG_REGION,
            Mistake.EXPIRED_CREDENTIALS);

    private static final List<Mistake> OF_THE_NETWORK =
            List.of(Mistake.WRONG_PORT, Mistake.OTHER_PROTOCOL, Mistake.UNTRUSTED_CERTIFICATE, Mistake.OLD_TLS);

    private static final List<String> TEXTS = List.of(
            "plain",
            "two words",
            "a: b",
            "# no comment",
            "- item",
            "@at",
            "*star",
            "&and",
            "null",
            "true",
            "12",
            "0x1F",
            "1e3",
            "~",
            "'",
            "\"",
            "\\",
            "a\nb",
            "\ttab",
            " edges ",
            "é",
            "\uD83D\uDE00",
            "{a, b}",
            "[x]",
            "%p",
            "!t",
            "|",
            ">",
            "=",
            "<<",
            "?",
            "\u0001",
            "\u0085",
            "a\u2028b",
            "-",
            ":",
            "a #b",
            "3m",
            ".inf");

    private final Random random;

    RandomScenarios(long seed) {
        this.random = new Random(seed);
    }

    Scenario next() {
        List<PlannedFault> faults = listOf(1 + random.nextInt(5), this::fault);
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            stages.add(stage("stage " + i + pick(TEXTS), faults));
        }
        return new Scenario(
                pick(TEXTS),
                random.nextBoolean() ? "" : pick(TEXTS),
                random.nextBoolean() ? null : random.nextLong(),
                stages,
                Duration.ofMillis(random.nextInt(3) * 1500L),
                listOf(random.nextInt(3), this::target),
                listOf(random.nextInt(3), this::target));
    }

    private Stage stage(String name, List<PlannedFault> faults) {
        Map<String, PlannedFault> armed = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            PlannedFault fault =
                    random.nextInt(4) == 0 ? fault().named(pick(faults).name()) : pick(faults);
            armed.put(fault.name(), fault);
        }
        List<String> names = List.copyOf(armed.keySet());
        Stage.Cause until =
                names.isEmpty() || random.nextBoolean() ? null : new Stage.Cause(pick(names), 1 + random.nextInt(100));
        return new Stage(name, duration(), until, causedByOneOf(names, List.copyOf(armed.values())));
    }

    /** Causes must name a fault of the scenario. */
    private List<PlannedFault> causedByOneOf(List<String> names, List<PlannedFault> faults) {
        return faults.stream()
                .map(fault -> random.nextInt(3) > 0
                        ? fault
                        : fault.when(fault.trigger().or(Trigger.whenFired(pick(names), 1 + random.nextInt(9)))))
                .toList();
    }

    private PlannedFault fault() {
        PlannedFault plan = oneOf(
                () -> PlannedFault.of(networkFault(), network()),
                () -> PlannedFault.of(Failure.network(NetworkError.CONNECTION_RESET), alreadyOpen()),
                () -> PlannedFault.of(settingFault(), setting()),
                () -> PlannedFault.of(anyFault(), target()),
                () -> PlannedFault.of(anyFault(), target()),
                () -> PlannedFault.of(anyFault(), target()));
        plan = random.nextBoolean() ? plan : plan.named(pick(TEXTS) + random.nextInt(99));
        plan = random.nextBoolean() ? plan : plan.when(trigger(2));
        plan = random.nextBoolean() ? plan : plan.inScope(scope());
        return plan.within(new BlastRadius(1 + random.nextInt(9), Duration.ofHours(2), 1 + random.nextInt(9)));
    }

    private Fault anyFault() {
        Fault fault = outcome();
        for (int i = random.nextInt(3); i > 0; i--) {
            Fault before = random.nextBoolean() ? latency() : hang();
            fault = random.nextInt(4) == 0 ? before : before.then(fault);
        }
        return random.nextInt(8) == 0 ? throttling() : fault;
    }

    private Latency latency() {
        Latency latency = oneOf(
                () -> Latency.of(duration()),
                () -> Latency.of(duration()).jitter(duration()),
                () -> Latency.uniform(Duration.ZERO, duration()),
                () -> Latency.normal(duration(), duration()),
                () -> Latency.logNormal(Duration.ofMillis(1), duration().plusMillis(1)),
                () -> Latency.pareto(duration(), 0.5 + random.nextDouble()));
        latency = random.nextBoolean() ? latency : latency.atMost(duration());
        return random.nextBoolean() ? latency : latency.precisely();
    }

    private Hang hang() {
        return random.nextBoolean() ? Hang.untilReleased() : Hang.atMost(duration());
    }

    private Throttling throttling() {
        Throttling throttling = Throttling.permits(random.nextInt(9), duration());
        return random.nextBoolean() ? throttling : throttling.refusingWith(outcome());
    }

    private Outcome outcome() {
        return this.<Outcome>oneOf(
                this::failure,
                () -> LostReply.as(failure()),
                this::protocolReply,
                () -> Reply.value(value(2)),
                Corruption::toNull,
                Corruption::toEmpty,
                () -> Corruption.truncated(random.nextDouble()),
                () -> Corruption.bitsFlipped(1 + random.nextInt(9)),
                () -> Misconfiguration.of(pick(MISTAKES)),
                () -> Misconfiguration.of(Mistake.WRONG_PATH, ISSUER.alias(pick(TEXTS))),
                () -> Misconfiguration.swappedWith("replica:5433"),
                () -> Misconfiguration.swappedWith("[::1]"),
                () -> Misconfiguration.wrongHost("a.invalid"),
                () -> Misconfiguration.wrongPort(1 + random.nextInt(65_535)),
                () -> Misconfiguration.wrongRegion(pick(TEXTS)));
    }

    private Failure failure() {
        Failure failure = oneOf(
                () -> Failure.network(pick(List.of(NetworkError.values()))),
                () -> Failure.of(IllegalStateException.class),
                () -> Failure.named("Boom"),
                () -> Failure.named("a.b.C$D"));
        failure = random.nextBoolean() ? failure : failure.message(pick(TEXTS));
        return random.nextInt(4) > 0 ? failure : failure.cause(failure());
    }

    private Reply protocolReply() {
        Reply reply = Reply.status(100 + random.nextInt(500));
        reply = random.nextBoolean() ? reply : reply.code("Code" + random.nextInt(9));
        reply = random.nextBoolean() ? reply : reply.header("x-a", "b: c").header("X-B", "7");
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return random.nextBoolean() ? reply : random.nextBoolean() ? reply.body(pick(TEXTS)) : reply.body(bytes);
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> random.nextLong() | 1L << 40;
            case 4 -> random.nextGaussian() * 1e6;
            case 5 -> pick(TEXTS);
            case 6 -> Arrays.asList(value(depth - 1), value(depth - 1));
            default -> {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                entries.put(pick(TEXTS), value(depth - 1));
                entries.put(pick(TEXTS), value(depth - 1));
                yield entries;
            }
        };
    }

    private Trigger trigger(int depth) {
        Trigger trigger = oneOf(
                Trigger::always,
                () -> Trigger.first(1 + random.nextInt(9)),
                () -> Trigger.after(1 + random.nextInt(9)),
                () -> Trigger.everyNth(1 + random.nextInt(9)),
                () -> Trigger.calls(2, 2 + random.nextInt(9)),
                () -> Trigger.rate(random.nextDouble()),
                () -> Trigger.window(Duration.ZERO, duration()));
        if (depth == 0 || random.nextBoolean()) {
            return depth == 2 && random.nextInt(8) == 0
                    ? Trigger.rate(random.nextDouble()).seed(random.nextLong())
                    : trigger;
        }
        Trigger other = trigger(depth - 1);
        return random.nextBoolean() ? trigger.and(other) : other.or(trigger);
    }

    private Scope scope() {
        return oneOf(
                Scope::jvm,
                () -> Scope.test(pick(TEXTS)),
                () -> Scope.jvmDuring("t"),
                () -> Scope.request(pick(TEXTS)));
    }

    private Target target() {
        return oneOf(
                () -> Target.method("shop.Inventory#stock"),
                () -> Target.method("+shop.**.*Client#get*(String, byte[])"),
                () -> Target.method("@shop.Remote#*"),
                () -> Target.method("shop.Inventory#<init>()"),
                this::http,
                this::aws);
    }

    private Target http() {
        HttpTarget target = Target.http();
        target = random.nextBoolean() ? target : target.path("/a/{b,c}/**");
        target = random.nextBoolean() ? target : target.method("post");
        target = random.nextBoolean() ? target : target.host("*.Example.com").port(8080);
        target = random.nextBoolean()
                ? target
                : target.header("X-" + random.nextInt(9), pick(TEXTS).strip() + "x");
        return random.nextBoolean() ? target : target.scheme("HTTPS");
    }

    private Target aws() {
        AwsTarget target = Target.aws("s3");
        target = random.nextBoolean() ? target : target.key("a/**").bucket("im?ges");
        target = random.nextBoolean() ? target : target.operation("{Get,List}*");
        return random.nextBoolean() ? target : target.region("us-east-1").host("*");
    }

    private Target network() {
        NetworkTarget target = Target.network();
        target = random.nextBoolean() ? target : target.host("*.Example.com");
        target = random.nextBoolean() ? target : target.port(5432);
        target = random.nextBoolean() ? target : target.address("10.{1,2}.*");
        return random.nextBoolean() ? target : target.operation(NetworkOperation.CONNECT);
    }

    private Target alreadyOpen() {
        NetworkTarget target = Target.network().alreadyOpen();
        target = random.nextBoolean() ? target : target.port(5432);
        return random.nextBoolean() ? target : target.operation(NetworkOperation.WRITE);
    }

    private Fault networkFault() {
        return oneOf(
                this::latency,
                this::hang,
                () -> latency().then(Failure.network(NetworkError.UNKNOWN_HOST)),
                () -> Failure.network(pick(List.of(NetworkError.NO_ROUTE, NetworkError.CONNECTION_RESET))),
                () -> Misconfiguration.of(pick(OF_THE_NETWORK)),
                () -> Misconfiguration.of(Mistake.EXPIRED_CERTIFICATE, ISSUER),
                () -> Misconfiguration.wrongHost("a.invalid"),
                this::bandwidth,
                () -> latency().then(brokenStream()),
                () -> Throttling.permits(1, duration()).refusingWith(brokenStream()));
    }

    private Bandwidth bandwidth() {
        Bandwidth bandwidth = random.nextBoolean()
                ? Bandwidth.of(1 + random.nextInt(1_000_000))
                : Bandwidth.drip(1 + random.nextInt(99), duration());
        return bandwidth.towards(pick(List.of(Direction.values())));
    }

    private BrokenStream brokenStream() {
        long bytes = random.nextInt(9);
        BrokenStream broken = oneOf(
                () -> BrokenStream.resetAfter(bytes),
                () -> BrokenStream.endAfter(bytes),
                () -> BrokenStream.stallAfter(bytes));
        return broken.towards(pick(List.of(Direction.values())));
    }

    private Target setting() {
        SettingTarget target = Target.setting(pick(List.of("s3.region", "{a,b}.*")));
        return random.nextBoolean() ? target : target.from(pick(List.of(SettingSource.values())));
    }

    private Fault settingFault() {
        return oneOf(
                this::latency,
                () -> latency().then(WrongSetting.of(SettingSlip.UNIT_SLIP)),
                () -> WrongSetting.of(pick(List.of(SettingSlip.ZERO, SettingSlip.MISSING, SettingSlip.OTHER_REGION))),
                () -> WrongSetting.swapped("a.host", "b.host"),
                () -> WrongSetting.value(pick(TEXTS)),
                () -> WrongSetting.value(""),
                () -> Reply.value(random.nextInt()));
    }

    private Duration duration() {
        return oneOf(
                () -> Duration.ofNanos(1 + random.nextInt(5000)),
                () -> Duration.ofMillis(1 + random.nextInt(5000)),
                () -> Duration.ofSeconds(1 + random.nextInt(5000), random.nextInt(1000)));
    }

    private <T> List<T> listOf(int size, Supplier<T> element) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(element.get());
        }
        return list;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    private <T> T oneOf(Supplier<? extends T>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }
}
