package dev.chaos4j.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.scope.BlastRadius;
import dev.chaos4j.scope.Scope;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "shop.Inventory#stock | shop.Inventory#stock",
                "shop.Inventory#stock(String, int) | shop.Inventory#stock(String, int)",
                "+shop.Client#* | +shop.Client#*",
                "\"@shop.Remote#*\" | @shop.Remote#*",
                "shop.Inventory#<init> | shop.Inventory#<init>",
                "{http: {}} | http",
                "{http: {host: \"inventory.*\", method: get}} | http method=GET host=inventory.*",
                "{http: {scheme: https, port: 443, path: /a/**}} | http scheme=https port=443 path=/a/**",
                "{http: {headers: {X-Tenant: \"a*\", x-b: 1}}} | http header.x-b=1 header.x-tenant=a*",
                "{aws: {service: s3}} | aws service=s3",
                "{aws: {service: s3, bucket: img, key: a/**, region: us-east-1}} | aws service=s3 region=us-east-1 bucket=img key=a/**",
                "{aws: {service: dynamodb, table: orders, operation: Put*}} | aws service=dynamodb operation=Put* table=orders",
                "{aws: {service: \"{s3,sqs}\", host: \"*.local\"}} | aws service={s3,sqs} host=*.local",
                "{network: {}} | network operation=connect",
                "{network: {host: \"*.db\", port: 5432}} | network operation=connect host=*.db port=5432",
                "{network: {operation: resolve, host: db}} | network operation=resolve host=db",
                "{network: {operation: write, port: 5432}} | network operation=write port=5432",
                "{network: {address: 10.*}} | network operation=connect address=10.*",
            })
    void readsEveryTarget(String yaml, String description) {
        assertThat(Texts.planned("latency: 1s\ntarget: " + yaml).target().describe())
                .isEqualTo(description);
    }

    @Test
    void readsScopes() {
        assertThat(Texts.fault("latency: 1s").scope()).isEmpty();
        assertThat(Texts.fault("latency: 1s\nscope: jvm").scope()).contains(Scope.jvm());
        assertThat(Texts.fault("latency: 1s\nscope: {test: ShopTest.buys}").scope())
                .contains(Scope.test("ShopTest.buys"));
        assertThat(Texts.fault("latency: 1s\nscope: {request: r-1}").scope()).contains(Scope.request("r-1"));
        assertThat(Texts.fault("latency: 1s\nscope: {jvm-during: T.t}").scope()).contains(Scope.jvmDuring("T.t"));
    }

    @Test
    void everyKindOfScopeCanBeWritten() {
        List<Class<?>> written = Stream.of(Scope.jvm(), Scope.test("t"), Scope.jvmDuring("t"), Scope.request("r"))
                .map(TargetFormsTest::writtenAndRead)
                .<Class<?>>map(Object::getClass)
                .toList();

        assertThat(written).containsExactlyInAnyOrder(Scope.class.getPermittedSubclasses());
    }

    private static Scope writtenAndRead(Scope scope) {
        PlannedFault plan = Texts.fault("latency: 1s").inScope(scope);
        Stage stage = new Stage("only", Duration.ofMinutes(1), null, List.of(plan));
        Scenario scenario = new Scenario("s", "", null, List.of(stage), Duration.ZERO, List.of(), List.of());
        Scenario back = ScenarioFile.parse(ScenarioFile.write(scenario), "scope.yaml");
        return back.stages().get(0).faults().get(0).scope().orElseThrow();
    }

    @Test
    void readsBlastRadii() {
        assertThat(Texts.fault("latency: 1s").blastRadius()).isEqualTo(BlastRadius.standard());
        assertThat(Texts.fault("latency: 1s\nblast-radius: {injections: 5}").blastRadius())
                .isEqualTo(BlastRadius.standard().withInjections(5));
        assertThat(Texts.fault("latency: 1s\nblast-radius: {injections: 5, time: 2m, concurrent: 3}")
                        .blastRadius())
                .isEqualTo(new BlastRadius(5, Duration.ofMinutes(2), 3));
    }

    @Test
    void namesAFaultAfterItsKindAndTargetUnlessItHasAName() {
        String text = Texts.ofFault("target: shop.A#b\nlatency: 1s").replace("name: one", "scope: jvm");

        assertThat(ScenarioFile.parse(text, "test.yaml")
                        .stages()
                        .get(0)
                        .faults()
                        .get(0)
                        .name())
                .isEqualTo("latency at shop.A#b");
    }
}
