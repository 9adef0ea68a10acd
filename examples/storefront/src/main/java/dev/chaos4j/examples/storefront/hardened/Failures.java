package dev.chaos4j.examples.storefront.hardened;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What a failure means: whether trying again may help, whether the dependency is to blame, whether it is our own bug. */
final class Failures {
    private Failures() {}

    /** True if the same call may succeed in a moment: no answer, too slow an answer, or "not now". */
    static boolean isTransient(Throwable failure) {
        if (failure instanceof SdkServiceException answer) {
            return isTransient(answer.statusCode());
        }
        if (failure instanceof UnexpectedStatus answer) {
            return isTransient(answer.status());
        }
        return failure instanceof TimeoutException
                || failure instanceof ApiCallTimeoutException
                || failure instanceof IOException
                || (failure instanceof SdkClientException && isCausedBy(IOException.class, failure));
    }

    /** True if the dependency is not doing its work, for whatever reason; the breaker counts these. */
    static boolean isDependencyAtFault(Throwable failure) {
        boolean sdk = failure instanceof SdkException && !isAnswer(failure);
        return sdk || failure instanceof IOException || failure instanceof TimeoutException;
    }

    /** True if the failure says nothing about the dependency, such as a full bulkhead; the breaker looks away. */
    static boolean isNoEvidence(Throwable failure) {
        return !isDependencyAtFault(failure) && !isAnswer(failure);
    }

    /** True if a page should be served in spite of the failure. Anything else is a bug and must be seen. */
    static boolean isOutage(Throwable failure) {
        return isDependencyAtFault(failure)
                || failure instanceof CallNotPermittedException
                || failure instanceof BulkheadFullException;
    }

    /** Lets bugs through; returns if a page should be served in spite of the failure. */
    static void rethrowUnlessOutage(Exception failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        } else if (failure instanceof RuntimeException bug && !isOutage(failure)) {
            throw bug;
        } else if (!isOutage(failure)) {
            throw new IllegalStateException(failure);
        }
    }

    /** True if {@code type} is among the causes; the SDK wraps an unknown host twice. */
    static boolean isCausedBy(Class<? extends Exception> type, Throwable failure) {
        return Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
                .anyMatch(type::isInstance);
    }

    private static boolean isAnswer(Throwable failure) {
        return failure instanceof NoSuchKeyException;
    }

    private static boolean isTransient(int status) {
        return status >= 500 || status == 429 || status == 408;
    }
}
