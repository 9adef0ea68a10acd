package dev.chaos4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.SettingSlip;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each annotation that cannot be meant as it is written says so before anything runs, and says what to write. */
class BadAnnotationsTest {

    private static final String STOCK = "dev.chaos4j.junit.Inventory#stock";

    static class Bad {
        @BeforeEach
        void neverReached() {
            throw new AssertionError("the test has begun");
        }

        @Test
        @InjectLatency(method = STOCK, delay = "2 sec")
        void unit() {}

        @Test
        @InjectLatency(method = STOCK, delay = "1s", jitter = "PT0.5S")
        void iso() {}

        @Test
        @InjectLatency(method = STOCK, delay = "200")
        void noUnit() {}

        @Test
        @InjectLatency(method = STOCK, delay = "0s")
        void zero() {}

        @Test
        @InjectLatency(method = STOCK, delay = "1s", jitter = "1s", p99 = "2s")
        void jitterAndP99() {}

        @Test
        @InjectLatency(method = STOCK, delay = "1s", p99 = "1s")
        void p99() {}

        @Test
        @InjectLatency(delay = "1s")
        void nowhere() {}

        @Test
        @InjectLatency(method = STOCK, http = "inventory.*", target = Inventory.class, delay = "1s")
        void everywhere() {}

        @Test
        @InjectLatency(methodName = "stock", delay = "1s")
        void nameAlone() {}

        @Test
        @InjectLatency(target = Inventory.class, methodName = "stok", delay = "1s")
        void methodName() {}

        @Test
        @InjectLatency(method = "dev.chaos4j.junit.Inventory.stock", delay = "1s")
        void dot() {}

        @Test
        @InjectLatency(method = "dev.chaos4j.junit.Inventory::stock", delay = "1s")
        void colons() {}

        @Test
        @InjectLatency(method = "Inventory#stock", delay = "1s")
        void withoutPackage() {}

        @Test
        @InjectLatency(method = "dev.chaos4j.junit.Inventory.Shelves#stock", delay = "1s")
        void nestedClass() {}

        @Test
        @InjectLatency(method = "dev.chaos4j.junit.Inventori#stock", delay = "1s")
        void noSuchClass() {}

        @Test
        @InjectLatency(method = "dev.chaos4j.junit.Inventory#stok", delay = "1s")
        void noSuchMethod() {}

        @Test
        @InjectLatency(method = "dev.chaos4j.junit.Inventory#stock(int)", delay = "1s")
        void noSuchOverload() {}

        @Test
        @InjectLatency(http = "https://inventory/stock?x=1 metod=GET", delay = "1s")
        void httpAttribute() {}

        @Test
        @InjectLatency(http = "GET inventory.* /stock", delay = "1s")
        void httpWords() {}

        @Test
        @InjectLatency(http = "GETT inventory.*", delay = "1s")
        void httpMethod() {}

        @Test
        @InjectLatency(http = "inventory:http", delay = "1s")
        void httpPort() {}

        @Test
        @InjectLatency(aws = "s3 GetObject", delay = "1s")
        void awsOperation() {}

        @Test
        @InjectLatency(aws = "s3 buckett=photos", delay = "1s")
        void awsAttribute() {}

        @Test
        @InjectLatency(aws = "s3 table=photos", delay = "1s")
        void awsTable() {}

        @Test
        @InjectLatency(connection = "db/orders", delay = "1s")
        void connectionPath() {}

        @Test
        @InjectLatency(connection = "db operation=conect", delay = "1s")
        void connectionOperation() {}

        @Test
        @InjectFailure(connection = "db operation=resolve", network = NetworkError.NO_ROUTE)
        void connectionTooEarly() {}

        @Test
        @InjectLatency(method = STOCK, delay = "1s", rate = 20)
        void rate() {}

        @Test
        @InjectLatency(method = STOCK, delay = "1s", first = -1)
        void first() {}

        @Test
        @InjectFailure(method = STOCK)
        void noWay() {}

        @Test
        @InjectFailure(method = STOCK, exception = IOException.class, network = NetworkError.READ_TIMEOUT)
        void twoWays() {}

        @Test
        @InjectFailure(method = STOCK, status = 503)
        void statusAtMethod() {}

        @Test
        @InjectFailure(http = "*", status = 600)
        void status() {}

        @Test
        @InjectFailure(http = "*", status = 503, lostReply = true)
        void lostStatus() {}

        @Test
        @InjectFailure(http = "*", status = 503, message = "down")
        void statusMessage() {}

        @Test
        @InjectFailure(http = "*", exception = IOException.class, code = "SlowDown")
        void codeAlone() {}

        @Test
        @InjectFailure(method = STOCK, exception = Unmakeable.class)
        void unmakeable() {}

        @Test
        @InjectHang(method = STOCK, atMost = "-1s")
        void negative() {}

        @Test
        @InjectBandwidth(connection = "db")
        void noSpeed() {}

        @Test
        @InjectBandwidth(connection = "db", bytesPerSecond = 1, drip = 2, dripEvery = "1s")
        void twoSpeeds() {}

        @Test
        @InjectBandwidth(connection = "db", bytesPerSecond = -1)
        void speed() {}

        @Test
        @InjectBandwidth(connection = "db", dripEvery = "1s")
        void emptyDrip() {}

        @Test
        @InjectBandwidth(connection = "", bytesPerSecond = 1)
        void noConnection() {}

        @Test
        @InjectBrokenStream(connection = "db")
        void notBroken() {}

        @Test
        @InjectBrokenStream(connection = "db", resetAfter = 1, endAfter = 0)
        void twiceBroken() {}

        @Test
        @InjectBrokenStream(connection = "db operation=read", stallAfter = 1)
        void brokenTooLate() {}

        @Test
        @InjectBrokenStream(connection = "db", stallAfter = -2)
        void brokenBefore() {}

        @Test
        @Misconfigure(as = Mistake.WRONG_HOST)
        void nobodysSetting() {}

        @Test
        @Misconfigure(endpoint = "a", http = "b", as = Mistake.WRONG_HOST)
        void twoSettings() {}

        @Test
        @Misconfigure(http = "inventory", as = Mistake.WRONG_PORT, value = "http")
        void port() {}

        @Test
        @Misconfigure(http = "inventory", as = Mistake.WRONG_NAME, value = "x")
        void valueless() {}

        @Test
        @Misconfigure(connection = "db", as = Mistake.EXPIRED_CERTIFICATE)
        void unissued() {}

        @Test
        @Misconfigure(connection = "db", as = Mistake.OLD_TLS, issuer = "a.p12", issuerPasswordFrom = "A")
        void issued() {}

        @Test
        @Misconfigure(connection = "db", as = Mistake.EXPIRED_CERTIFICATE, issuer = "a.p12")
        void halfAnIssuer() {}

        @Test
        @Misconfigure(connection = "db", as = Mistake.SWAPPED_ENDPOINTS)
        void swappedWithNothing() {}

        @Test
        @Misconfigure(endpoint = "http://inventory", as = Mistake.WRONG_HOST)
        void endpoint() {}

        @Test
        @InjectWrongSetting(setting = "s3.region")
        void howWrong() {}

        @Test
        @InjectWrongSetting(setting = "s3.region", as = SettingSlip.EMPTY, value = "x")
        void wrongTwice() {}

        @Test
        @InjectWrongSetting(setting = "s3.region", as = SettingSlip.SWAPPED)
        void swapOfOne() {}

        @Test
        @InjectWrongSetting(setting = "s3.*", swappedWith = "sqs.region")
        void swapOfMany() {}

        @Test
        @InjectWrongSetting(setting = "s3.region", swappedWith = "s3.region")
        void swapWithItself() {}

        @Test
        @InjectWrongSetting(setting = " ", as = SettingSlip.EMPTY)
        void namelessSetting() {}

        @Test
        @InjectHang(name = "same", method = STOCK)
        @InjectHang(name = "same", http = "*")
        void names() {}

        @Test
        @RunScenario("s3-2017-wrong-inputs")
        void scenario() {}

        @Test
        @RunScenario("scenarios/none.yaml")
        void file() {}

        @Test
        @RunScenario(value = "s3-2017-wrong-input", timeScale = 0)
        void timeScale() {}
    }

    static final class Unmakeable extends Exception {
        private static final long serialVersionUID = 1L;

        Unmakeable(int code) {
            super("code " + code);
        }
    }

    /** Test method, annotation, what it says. */
    private static final String TABLE = """
            unit | @InjectLatency(delay = "2 sec") | '2 sec' is not a duration; write a number and a unit (ns, us, ms, s, m, h), for example 300ms, 1.5s or 2h 49m; nearest: delay = "2s"
            iso | @InjectLatency(jitter = "PT0.5S") | 'PT0.5S' is not a duration; write a number and a unit (ns, us, ms, s, m, h), for example 300ms, 1.5s or 2h 49m; nearest: jitter = "500ms"
            noUnit | @InjectLatency(delay = "200") | '200' is not a duration; it needs a unit, for example 200ms or 200s
            zero | @InjectLatency(delay = "0s") | A latency must be longer than zero, but was 0s; for example 300ms
            jitterAndP99 | @InjectLatency(jitter = "1s", p99 = "2s") | jitter is for evenly spread delays and p99 for log-normal ones; keep one of them
            p99 | @InjectLatency(p99 = "1s") | The p99 latency (1s) must be longer than the median (1s)
            nowhere | @InjectLatency | it does not say where; give one of method = "shop.Inventory#stock", target = Inventory.class (with methodName = "stock"), http = "inventory.*", aws = "s3" or connection = "db.*:5432"
            everywhere | @InjectLatency(target = Inventory.class, method = "dev.chaos4j.junit.Inventory#stock", http = "inventory.*") | a fault has one target; keep one of them, and repeat the annotation for the other
            nameAlone | @InjectLatency(methodName = "stock") | methodName belongs to target; write target = Inventory.class, methodName = "stock"
            methodName | @InjectLatency(methodName = "stok") | The class dev.chaos4j.junit.Inventory has no method 'stok'; did you mean 'stock'?
            dot | @InjectLatency(method = "dev.chaos4j.junit.Inventory.stock") | 'dev.chaos4j.junit.Inventory.stock' is not a method pattern; write CLASS#METHOD or CLASS#METHOD(TYPES), for example shop.Inventory#stock(String); nearest: method = "dev.chaos4j.junit.Inventory#stock"
            colons | @InjectLatency(method = "dev.chaos4j.junit.Inventory::stock") | 'dev.chaos4j.junit.Inventory::stock' is not a method pattern; write CLASS#METHOD or CLASS#METHOD(TYPES), for example shop.Inventory#stock(String); nearest: method = "dev.chaos4j.junit.Inventory#stock"
            withoutPackage | @InjectLatency(method = "Inventory#stock") | there is no class Inventory on the class path of the test; nearest: method = "dev.chaos4j.junit.Inventory#stock"
            nestedClass | @InjectLatency(method = "dev.chaos4j.junit.Inventory.Shelves#stock") | there is no class dev.chaos4j.junit.Inventory.Shelves on the class path of the test; nearest: method = "dev.chaos4j.junit.Inventory$Shelves#stock"
            noSuchClass | @InjectLatency(method = "dev.chaos4j.junit.Inventori#stock") | there is no class dev.chaos4j.junit.Inventori on the class path of the test
            noSuchMethod | @InjectLatency(method = "dev.chaos4j.junit.Inventory#stok") | The class dev.chaos4j.junit.Inventory has no method 'stok'; did you mean 'stock'?
            noSuchOverload | @InjectLatency(method = "dev.chaos4j.junit.Inventory#stock(int)") | no overload of it takes these parameters; there is stock(java.lang.String)
            httpAttribute | @InjectLatency(http = "https://inventory/stock?x=1 metod=GET") | 'metod' is no attribute of http; allowed are method, scheme, host, port, path, header; did you mean method?
            httpWords | @InjectLatency(http = "GET inventory.* /stock") | '/stock' is one word too many; it takes one host or path, and attribute=pattern
            httpMethod | @InjectLatency(http = "GETT inventory.*") | 'GETT' is not an HTTP method; use one of CONNECT, DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT, TRACE
            httpPort | @InjectLatency(http = "inventory:http") | 'http' is not a port; write a number from 1 to 65535
            awsOperation | @InjectLatency(aws = "s3 GetObject") | 'GetObject' is one word too many; nearest: aws = "s3:GetObject"
            awsAttribute | @InjectLatency(aws = "s3 buckett=photos") | 'buckett' is no attribute of aws; allowed are service, operation, region, host, bucket, key, table; did you mean bucket?
            awsTable | @InjectLatency(aws = "s3 table=photos") | The AWS service 's3' has no table, so this target can never match; table belongs to dynamodb
            connectionPath | @InjectLatency(connection = "db/orders") | 'db/orders' is not a host and port; for example db.*:5432
            connectionOperation | @InjectLatency(connection = "db operation=conect") | 'conect' is no operation of the network; use one of resolve, connect, handshake, read, write; did you mean connect?
            connectionTooEarly | @InjectFailure | 'failure no-route' cannot happen at operation resolve; leave out the operation, or use connect
            rate | @InjectLatency(rate = 20.0) | A rate is a probability from 0.0 to 1.0, but was 20.0; for 20.0 percent write 0.2
            first | @InjectLatency(first = -1) | it counts calls from 1; leave it out for no such condition
            noWay | @InjectFailure | it does not say how to fail; give one of exception = IOException.class, network = NetworkError.CONNECTION_REFUSED or status = 503
            twoWays | @InjectFailure(exception = IOException.class, network = NetworkError.READ_TIMEOUT) | a call fails in one way; keep one of them, and repeat the annotation for the other
            statusAtMethod | @InjectFailure(status = 503) | a method has no protocol; give exception, or a target of http or aws
            status | @InjectFailure(status = 600) | A reply status must be from 100 to 599, but was 600; for example 503
            lostStatus | @InjectFailure(status = 503, lostReply = true) | a lost reply has no status; give exception or network
            statusMessage | @InjectFailure(message = "down") | a status has no message
            codeAlone | @InjectFailure(code = "SlowDown") | a code belongs to a status
            unmakeable | @InjectFailure(exception = Unmakeable.class) | dev.chaos4j.junit.BadAnnotationsTest$Unmakeable has no constructor that takes nothing, a message, a cause, or both; use Failure.of(() -> new Unmakeable(...))
            negative | @InjectHang(atMost = "-1s") | '-1s' is not a duration; write a number and a unit (ns, us, ms, s, m, h), for example 300ms, 1.5s or 2h 49m
            noSpeed | @InjectBandwidth | give either bytesPerSecond = 10_000, or drip = 1 and dripEvery = "500ms"
            twoSpeeds | @InjectBandwidth(bytesPerSecond = 1, drip = 2) | give either bytesPerSecond = 10_000, or drip = 1 and dripEvery = "500ms"
            speed | @InjectBandwidth(bytesPerSecond = -1) | A bandwidth must let at least 1 byte pass, but was given -1; for a connection over which nothing passes, use BrokenStream.stallAfter(0)
            emptyDrip | @InjectBandwidth(drip = 0) | A bandwidth must let at least 1 byte pass, but was given 0; for a connection over which nothing passes, use BrokenStream.stallAfter(0)
            noConnection | @InjectBandwidth | it does not say where; give connection = "db.*:5432"
            notBroken | @InjectBrokenStream | a stream breaks in one way; give one of resetAfter = 1_000, endAfter = 1_000 or stallAfter = 0
            twiceBroken | @InjectBrokenStream(resetAfter, endAfter, stallAfter) | a stream breaks in one way; give one of resetAfter = 1_000, endAfter = 1_000 or stallAfter = 0
            brokenTooLate | @InjectBrokenStream | 'broken stream, stall after 1 bytes' cannot happen at operation read; leave out the operation, or use connect
            brokenBefore | @InjectBrokenStream | A stream breaks after 0 bytes or more, but was given -2
            nobodysSetting | @Misconfigure | it does not say whose setting is wrong; give one of endpoint = "s3.us-east-1.amazonaws.com", http = "inventory.*", aws = "s3" or connection = "db.*:5432"
            twoSettings | @Misconfigure(endpoint, http, aws, connection) | a fault has one target; give one of endpoint = "s3.us-east-1.amazonaws.com", http = "inventory.*", aws = "s3" or connection = "db.*:5432"
            port | @Misconfigure(value = "http") | 'http' is not a port; write a number from 1 to 65535
            valueless | @Misconfigure(value = "x") | WRONG_NAME has no value; leave it out
            unissued | @Misconfigure(as = EXPIRED_CERTIFICATE) | a client that does not know who issued a certificate says only that; give an issuer that it trusts: issuer = "test-ca.p12", issuerPasswordFrom = "TEST_CA_PASSWORD"
            issued | @Misconfigure(as = OLD_TLS, issuer) | An issuer makes no difference to 'old-tls'; use Misconfiguration.of(Mistake.OLD_TLS)
            halfAnIssuer | @Misconfigure(issuer) | issuer and issuerPasswordFrom belong together; give both
            swappedWithNothing | @Misconfigure(as = SWAPPED_ENDPOINTS) | it needs the other endpoint; give it with value = "replica.db.example:5433"
            endpoint | @Misconfigure(endpoint = "http://inventory") | 'http://inventory' is no host pattern: give the host alone, and use port, scheme and path for the rest; nearest: endpoint = "inventory"
            howWrong | @InjectWrongSetting | it does not say what is wrong; give one of as = SettingSlip.ZERO, value = "us-west-2" or swappedWith = "replica.host"
            wrongTwice | @InjectWrongSetting(as, value, swappedWith) | a setting is wrong in one way at a time; give one of as = SettingSlip.ZERO, value = "us-west-2" or swappedWith = "replica.host"
            swapOfOne | @InjectWrongSetting(as = SWAPPED) | it takes two settings; use swappedWith = "replica.host"
            swapOfMany | @InjectWrongSetting(setting = "s3.*") | only a setting given by its name can be swapped
            swapWithItself | @InjectWrongSetting(swappedWith = "s3.region") | 's3.region' cannot be swapped with itself; name two settings
            namelessSetting | @InjectWrongSetting(setting = " ") | The name of a target must not be blank; leave it out, or use *
            names | @InjectHang(name = "same") | another fault on the same element has this name
            scenario | @RunScenario(value = "s3-2017-wrong-inputs") | No scenario named 's3-2017-wrong-inputs' comes with Chaos4j; there is bad-config-rollout, s3-2017-wrong-input. Did you mean 's3-2017-wrong-input'?
            file | @RunScenario(value = "scenarios/none.yaml") | The scenario file scenarios/none.yaml has an error
            timeScale | @RunScenario(timeScale = 0.0) | The time scale must be a number above 0, but was 0.0
            """;

    static Stream<Arguments> refusals() {
        return TABLE.lines().map(line -> arguments((Object[]) line.split(" \\| ")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void says(String method, String annotation, String what) {
        Throwable failure = Kit.failure(Kit.run(Bad.class, method));

        assertThat(failure).isExactlyInstanceOf(ExtensionConfigurationException.class);
        assertThat(String.valueOf(failure.getMessage()).lines().findFirst())
                .hasValue(annotation + " on BadAnnotationsTest$Bad#" + method + "(): " + what);
    }

    @Test
    void eachIsTested() {
        Set<String> methods = Arrays.stream(Bad.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName())
                .collect(Collectors.toSet());

        assertThat(refusals().map(each -> (String) each.get()[0])).containsExactlyInAnyOrderElementsOf(methods);
    }
}
