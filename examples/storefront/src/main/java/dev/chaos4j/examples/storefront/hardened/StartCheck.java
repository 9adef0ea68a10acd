package dev.chaos4j.examples.storefront.hardened;

import dev.chaos4j.examples.storefront.s3.Bucket;
import dev.chaos4j.examples.storefront.settings.S3Location;
import dev.chaos4j.examples.storefront.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Tries the settings before the first customer does.
 *
 * <p>What can never work (wrong host, Region, bucket or credentials) stops the start, so that a rollout of a wrong setting
 * ends at its first instance. What may pass (a Region that is down) does not: a shop must be able to start in an outage.
 */
public final class StartCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String NO_PRODUCT = "none";

    private StartCheck() {}

    /**
     * Reads from both Regions and from the price service, what is there and what is not. As a by-product their clients
     * are loaded and warm before the first customer comes, whose time limits are tight: what takes so long to understand a
     * refusal that the limit is over takes it for silence, and asks again.
     *
     * @throws IllegalStateException if a setting can never work; the message says which, and what was answered
     */
    public static void require(Settings settings) {
        requireBucket("primary", settings.primary(), settings);
        requireBucket("secondary", settings.secondary(), settings);
        requirePrices(settings.prices());
    }

    private static void requireBucket(String role, S3Location location, Settings settings) {
        try (Bucket bucket = connect(location, settings)) {
            bucket.check();
            bucket.readImage("1");
            bucket.readImage(NO_PRODUCT);
        } catch (NoSuchKeyException e) {
            LOG.debug("There is no such image in {}, which is fine", location);
        } catch (SdkException e) {
            if (isForGood(e)) {
                throw new IllegalStateException(explain(role, location, settings, e), e);
            }
            LOG.warn("Starting although the {} Region {} does not answer: {}", role, location, e.getMessage());
        }
    }

    private static void requirePrices(URI endpoint) {
        try {
            InetAddress.getByName(endpoint.getHost());
            new PriceClient(endpoint, PATIENCE).ask("1");
        } catch (UnknownHostException e) {
            throw new IllegalStateException(
                    "The shop does not start: nobody knows the host of the price service, " + endpoint
                            + ". Check prices.endpoint; instances that run keep their old settings.",
                    e);
        } catch (IOException e) {
            LOG.warn("Starting although the price service {} does not answer: {}", endpoint, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Bucket connect(S3Location location, Settings settings) {
        return Bucket.connect(
                location,
                settings.credentials(),
                http -> http.connectionTimeout(PATIENCE).socketTimeout(PATIENCE),
                sdk -> sdk.apiCallTimeout(PATIENCE).retryStrategy(DefaultRetryStrategy.doNotRetry()));
    }

    private static boolean isForGood(SdkException failure) {
        return failure instanceof SdkServiceException
                ? !Failures.isTransient(failure)
                : Failures.isCausedBy(UnknownHostException.class, failure);
    }

    private static String explain(String role, S3Location location, Settings settings, SdkException failure) {
        return "The shop does not start: the " + role + " bucket " + location + " cannot be used with credentials "
                + settings.credentials() + ". It answered: " + failure.getMessage() + ". Check " + role + ".endpoint, "
                + role + ".region, " + role + ".bucket and credentials.*; instances that run keep their old settings.";
    }
}
