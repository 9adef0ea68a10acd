package dev.chaos4j.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.fault.Direction;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.SettingSource;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What each annotation arms. */
@ChaosTest
@AllowUnfired
class AnnotationValuesTest {

    private static void assertArms(ActiveFault fault, String what) {
        assertThat(fault.status().what()).isEqualTo(what);
    }

    @Test
    @InjectLatency(http = "GET inventory.*", delay = "2s", jitter = "500ms", rate = 0.2)
    void latency(ActiveFault fault) {
        assertArms(fault, "latency 1s 500ms to 2s 500ms at http method=GET host=inventory.*, rate 0.2");
    }

    @Test
    @InjectLatency(aws = "s3", delay = "100ms", p99 = "2s")
    void logNormalLatency(ActiveFault fault) {
        assertArms(fault, "latency log-normal, median 100ms, p99 2s at aws service=s3, always");
    }

    @Test
    @InjectFailure(http = "inventory.*", network = NetworkError.CONNECTION_REFUSED, first = 2, after = 1)
    void networkFailure(ActiveFault fault) {
        assertArms(fault, "failure connection-refused at http host=inventory.*, calls 2..3");
    }

    @Test
    @InjectFailure(aws = "s3:PutObject", status = 503, code = "SlowDown", every = 3)
    void statusWithCode(ActiveFault fault) {
        assertArms(fault, "reply 503 SlowDown at aws service=s3 operation=PutObject, every 3");
    }

    @Test
    @InjectFailure(target = Inventory.class, methodName = "reserve", exception = IOException.class, lostReply = true)
    void lostReply(ActiveFault fault) {
        assertArms(
                fault,
                "lost reply, caller sees failure java.io.IOException at +dev.chaos4j.junit.Inventory#reserve, always");
    }

    @Test
    @InjectHang(aws = "dynamodb table=orders", atMost = "30s", name = "stuck")
    void hang(@FaultName("stuck") ActiveFault fault) {
        assertArms(fault, "hang at most 30s at aws service=dynamodb table=orders, always");
    }

    @Test
    @InjectBandwidth(connection = "db:5432", bytesPerSecond = 1_000, direction = Direction.BOTH, first = 2)
    void bandwidth(ActiveFault fault) {
        assertArms(
                fault,
                "bandwidth 1000 bytes per second both ways at network operation=connect host=db port=5432, first 2");
    }

    @Test
    @InjectBandwidth(connection = ":5432", drip = 1, dripEvery = "500ms")
    void drip(ActiveFault fault) {
        assertArms(fault, "bandwidth drip 1 bytes every 500ms at network operation=connect port=5432, always");
    }

    @Test
    @InjectBrokenStream(connection = "db", resetAfter = 0, rate = 0.5, name = "0")
    @InjectBrokenStream(connection = "db", endAfter = 1, direction = Direction.REQUESTS, name = "1")
    @InjectBrokenStream(connection = "db", stallAfter = 2, name = "2")
    void brokenStream(
            @FaultName("0") ActiveFault reset, @FaultName("1") ActiveFault end, @FaultName("2") ActiveFault stall) {
        String where = " at network operation=connect host=db, ";
        assertArms(reset, "broken stream, reset after 0 bytes" + where + "rate 0.5");
        assertArms(end, "broken stream, end after 1 bytes of requests" + where + "always");
        assertArms(stall, "broken stream, stall after 2 bytes" + where + "always");
    }

    @Test
    @Misconfigure(endpoint = "s3.us-east-1.amazonaws.com", as = Mistake.WRONG_HOST)
    void publicEndpointOfAwsWithItsBuckets(ActiveFault fault) {
        assertArms(
                fault,
                "misconfiguration wrong-host at aws service=*"
                        + " host={s3.us-east-1.amazonaws.com,*.s3.us-east-1.amazonaws.com}, always");
    }

    @Test
    @Misconfigure(endpoint = "minio.internal", as = Mistake.WRONG_REGION, value = "eu-west-1")
    void mistakeThatOnlyAwsKnows(ActiveFault fault) {
        assertArms(
                fault,
                "misconfiguration wrong-region eu-west-1 at aws service=* host={minio.internal,*.minio.internal}, always");
    }

    @Test
    @Misconfigure(endpoint = "inventory.*", as = Mistake.WRONG_PORT, value = "8081")
    void otherEndpoint(ActiveFault fault) {
        assertArms(fault, "misconfiguration wrong-port 8081 at http host=inventory.*, always");
    }

    @Test
    @Misconfigure(aws = "s3 host=127.0.0.1", as = Mistake.EXPIRED_CREDENTIALS)
    void awsAtAPrivateEndpoint(ActiveFault fault) {
        assertArms(fault, "misconfiguration expired-credentials at aws service=s3 host=127.0.0.1, always");
    }

    @Test
    @Misconfigure(
            connection = "db:5432",
            as = Mistake.EXPIRED_CERTIFICATE,
            issuer = "test-ca.p12",
            issuerPasswordFrom = "TEST_CA_PASSWORD")
    void certificateOfATestAuthority(ActiveFault fault) {
        assertArms(
                fault,
                "misconfiguration expired-certificate issued by test-ca.p12 at network operation=connect host=db port=5432,"
                        + " always");
    }

    @Test
    @Misconfigure(connection = "db:5432", as = Mistake.SWAPPED_ENDPOINTS, value = "replica:5433")
    void theOtherEndpoint(ActiveFault fault) {
        assertArms(
                fault,
                "misconfiguration swapped-endpoints replica:5433 at network operation=connect host=db port=5432, always");
    }

    @Test
    @Misconfigure(connection = "db", as = Mistake.OTHER_ADDRESSES, value = "10.0.0.5, ::1")
    void otherAddresses(ActiveFault fault) {
        assertArms(
                fault, "misconfiguration other-addresses 10.0.0.5, ::1 at network operation=resolve host=db, always");
    }

    @Test
    @InjectWrongSetting(setting = "s3.region", source = SettingSource.ENVIRONMENT, as = SettingSlip.OTHER_REGION)
    void slipOfASetting(ActiveFault fault) {
        assertArms(fault, "wrong-setting other-region at setting name=s3.region source=environment, always");
    }

    @Test
    @InjectWrongSetting(setting = "db.password", value = "hunter2")
    void valueOfASetting(ActiveFault fault) {
        assertArms(fault, "wrong-setting with another value at setting name=db.password, always");
    }

    @Test
    @InjectWrongSetting(setting = "a.host", swappedWith = "b.host", first = 1)
    void swappedSettings(ActiveFault fault) {
        assertArms(fault, "wrong-setting swapped a.host and b.host at setting name={a.host,b.host}, first 1");
    }
}
