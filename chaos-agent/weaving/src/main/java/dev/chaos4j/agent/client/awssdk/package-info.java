/**
 * The AWS SDK for Java 2. Faults in the words of a service are those of S3.
 *
 * <p>A logical call is one call of a service client. An attempt is one request inside it, where the SDK hands it to an
 * HTTP client: at {@code SdkHttpClient#prepareRequest} and {@code SdkAsyncHttpClient#execute}, in any implementation,
 * called by the SDK's stages {@code MakeHttpRequestStage} and {@code MakeAsyncHttpRequestStage}. A fault takes the place
 * of the HTTP client in what it hands upwards, so error parsing, checksums, retry, time-outs of calls and attempts, and
 * exceptions are the SDK's own.
 */
@NullMarked
package dev.chaos4j.agent.client.awssdk;

import org.jspecify.annotations.NullMarked;
