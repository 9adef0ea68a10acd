package dev.chaos4j.examples.storefront.hardened;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FailuresTest {
    static Stream<Arguments> transientOnes() {
        return Stream.of(
                Arguments.of(new TimeoutException()),
                Arguments.of(ApiCallTimeoutException.create(400)),
                Arguments.of(client(new ConnectException("Connection refused"))),
                Arguments.of(client(client(new UnknownHostException("s3")))),
                Arguments.of(new HttpTimeoutException("too slow")),
                Arguments.of(new UnexpectedStatus("The price service", 503)));
    }

    static Stream<Arguments> permanentOnes() {
        return Stream.of(
                Arguments.of(client(new IllegalArgumentException("bad setting"))),
                Arguments.of(status(NoSuchBucketException.builder(), 404)),
                Arguments.of(new UnexpectedStatus("The price service", 403)));
    }

    @ParameterizedTest
    @MethodSource("transientOnes")
    void retriesAndCountsWhatMayPass(Throwable failure) {
        assertThat(Failures.isTransient(failure)).isTrue();
        assertThat(Failures.isDependencyAtFault(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("permanentOnes")
    void countsButNeverRetriesWhatWillNotPass(Throwable failure) {
        assertThat(Failures.isTransient(failure)).isFalse();
        assertThat(Failures.isDependencyAtFault(failure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void retriesTheseAnswers(int status) {
        assertThat(Failures.isTransient(status(S3Exception.builder(), status))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 403, 404, 409})
    void doesNotRetryTheseAnswers(int status) {
        assertThat(Failures.isTransient(status(S3Exception.builder(), status))).isFalse();
    }

    @Test
    void takesAMissingObjectForAnAnswer() {
        Throwable missing = status(NoSuchKeyException.builder(), 404);

        assertThat(Failures.isTransient(missing)).isFalse();
        assertThat(Failures.isDependencyAtFault(missing)).isFalse();
        assertThat(Failures.isNoEvidence(missing)).isFalse();
    }

    @Test
    void takesOurOwnRefusalsForNoEvidence() {
        Exception full = BulkheadFullException.createBulkheadFullException(Bulkhead.ofDefaults("reads"));
        Exception open = CallNotPermittedException.createCallNotPermittedException(CircuitBreaker.ofDefaults("reads"));

        assertThat(Failures.isNoEvidence(full)).isTrue();
        assertThat(Failures.isTransient(full)).isFalse();
        assertThat(Failures.isTransient(open)).isFalse();
        assertThatCode(() -> Failures.rethrowUnlessOutage(full)).doesNotThrowAnyException();
        assertThatCode(() -> Failures.rethrowUnlessOutage(open)).doesNotThrowAnyException();
    }

    @Test
    void letsBugsThrough() {
        assertThatThrownBy(() -> Failures.rethrowUnlessOutage(new NullPointerException("bug")))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Failures.rethrowUnlessOutage(new Exception("bug")))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("bug");
    }

    @Test
    void keepsTheInterruptFlag() {
        Failures.rethrowUnlessOutage(new InterruptedException());

        assertThat(Thread.interrupted()).isTrue();
    }

    private static SdkClientException client(Exception cause) {
        return SdkClientException.create("Unable to execute HTTP request", cause);
    }

    private static Throwable status(S3Exception.Builder builder, int status) {
        return builder.statusCode(status).message("answer").build();
    }

    @Test
    void takesAnAnswerThatWasCutOffForTransient() {
        assertThat(Failures.isTransient(new IOException("fixed content-length: 60, bytes received: 30")))
                .isTrue();
    }
}
