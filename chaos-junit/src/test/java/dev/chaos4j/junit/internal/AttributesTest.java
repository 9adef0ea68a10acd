package dev.chaos4j.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.fault.Durations;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the attributes of annotations are read; what they refuse is in {@code BadAnnotationsTest}. */
class AttributesTest {

    /** Something that targets can name. */
    interface Store {
        String read(String key);
    }

    abstract static class Disk implements Store {
        abstract String read(String key, int version);
    }

    @ParameterizedTest
    @CsvSource({
        "inventory.*, http host=inventory.*",
        "GET inventory.*, http method=GET host=inventory.*",
        "post https://inventory.example:8443/stock/**, http method=POST scheme=https host=inventory.example port=8443"
                + " path=/stock/**",
        "/stock/*, http path=/stock/*",
        "[::1]:8080, http host=[::1] port=8080",
        "host=inventory.* method=GET, http method=GET host=inventory.*",
        "GET header.x-tenant=blue, http method=GET header.x-tenant=blue",
        "*, http host=*",
    })
    void readsHttpTargets(String text, String described) {
        assertThat(new Where(void.class, "*", "", text, "", "").target(AttributesTest.class))
                .hasToString(described);
    }

    @ParameterizedTest
    @CsvSource({
        "S3, aws service=s3",
        "s3:Get*, aws service=s3 operation=Get*",
        "s3:GetObject region=us-east-1 bucket=photos, aws service=s3 operation=GetObject region=us-east-1 bucket=photos",
        "service=dynamodb table=orders key=42, aws service=dynamodb key=42 table=orders",
        "host=127.0.0.1, aws service=* host=127.0.0.1",
    })
    void readsAwsTargets(String text, String described) {
        assertThat(new Where(void.class, "*", "", "", text, "").target(AttributesTest.class))
                .hasToString(described);
    }

    @ParameterizedTest
    @CsvSource({
        "db.*:5432, network host=db.* port=5432",
        ":5432, network port=5432",
        "db.* operation=resolve, network operation=resolve host=db.*",
        "address=10.1.* port=80, network port=80 address=10.1.*",
        "[::1]:8080, network host=::1 port=8080",
    })
    void readsNetworkTargets(String text, String described) {
        assertThat(new Where(void.class, "*", "", "", "", text).target(AttributesTest.class))
                .hasToString(described);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dev.chaos4j.junit.internal.AttributesTest$Store#read"
                        + "| +dev.chaos4j.junit.internal.AttributesTest$Store#read",
                "dev.chaos4j.junit.internal.AttributesTest$Disk#read(String, int)"
                        + "| dev.chaos4j.junit.internal.AttributesTest$Disk#read(String, int)",
                "+dev.chaos4j.junit.internal.AttributesTest$Store#any"
                        + "| +dev.chaos4j.junit.internal.AttributesTest$Store#any",
                "@java.lang.FunctionalInterface#* | @java.lang.FunctionalInterface#*",
                "shop.**.*Client#get* | shop.**.*Client#get*",
                "java.lang.String#<init> | java.lang.String#<init>",
            })
    void readsMethodTargets(String text, String described) {
        assertThat(new Where(void.class, "*", text, "", "", "").target(AttributesTest.class))
                .hasToString(described);
    }

    @Test
    void findsTheClassThatWasMeant() {
        assertThatThrownBy(() -> new Where(void.class, "*", "Disk#read", "", "", "").target(AttributesTest.class))
                .hasMessage("there is no class Disk on the class path of the test; nearest: method ="
                        + " \"dev.chaos4j.junit.internal.AttributesTest$Disk#read\"");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 0, 0, 0, always",
        "1.0, 3, 0, 0, first 3",
        "1.0, 3, 2, 0, calls 3..5",
        "1.0, 0, 2, 0, after 2",
        "1.0, 0, 0, 4, every 4",
        "0.2, 0, 0, 0, rate 0.2",
        "0.2, 10, 0, 2, ((first 10 and every 2) and rate 0.2)",
    })
    void readsTriggers(double rate, long first, long after, long every, String described) {
        assertThat(new When(rate, first, after, every).trigger().describe()).isEqualTo(described);
    }

    @ParameterizedTest
    @CsvSource({"300ms, 300ms", "1.5s, 1s 500ms", "2h 49m, 2h 49m"})
    void readsTimes(String text, String described) {
        assertThat(Durations.text(TimeText.read("delay", text))).isEqualTo(described);
        assertThat(Durations.text(Objects.requireNonNull(TimeText.optional("delay", text))))
                .isEqualTo(described);
        assertThat(TimeText.optional("delay", "")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2 sec, 2s",
        "2 Seconds, 2s",
        "500 millis, 500ms",
        "500 milliseconds., 500ms",
        "10 msec, 10ms",
        "PT1M30S, 1m 30s",
        "3min, 3m",
        "1 hr, 1h",
        "'1,5 s', 1.5s",
        "7 micros, 7us",
        "9 nanos, 9ns",
    })
    void offersTheNearestTime(String text, String nearest) {
        assertThatThrownBy(() -> TimeText.read("delay", text))
                .hasMessageEndingWith("; nearest: delay = \"" + nearest + "\"");
    }
}
