package dev.chaos4j.agent.client.awssdk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.nio.netty.internal.NettyConfiguration;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The time-outs that an HTTP client was built with, in nanoseconds; {@link Long#MAX_VALUE} for none. Where the client
 * keeps them elsewhere, the SDK's defaults.
 */
record Timeouts(long connect, long read) {

    static Timeouts of(@Nullable Object client) {
        AttributeMap options = Fields.find(client, AttributeMap.class);
        if (options == null && client != null && client.getClass().getName().endsWith(".NettyNioAsyncHttpClient")) {
            options = Fields.find(Fields.find(client, NettyConfiguration.class), AttributeMap.class);
        }
        if (options == null) {
            options = SdkHttpConfigurationOption.GLOBAL_HTTP_DEFAULTS;
        }
        return new Timeouts(
                nanos(options.get(SdkHttpConfigurationOption.CONNECTION_TIMEOUT)),
                nanos(options.get(SdkHttpConfigurationOption.READ_TIMEOUT)));
    }

    private static long nanos(@Nullable Duration time) {
        return time == null || time.isZero() ? Long.MAX_VALUE : time.toNanos();
    }
}
