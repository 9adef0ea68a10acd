package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.spi.Passage;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name has these addresses, and the JDK is not asked. */
record Answering(Passage passage, List<InetAddress> addresses) implements Interception {

    /** These addresses, separated by commas, under the name that is asked for. */
    static List<InetAddress> addresses(String host, String numbers) {
        return Arrays.stream(numbers.split(","))
                .map(number -> address(host, number.strip()))
                .toList();
    }

    private static InetAddress address(String host, String number) {
        try {
            return InetAddress.getByAddress(host, InetAddress.getByName(number).getAddress());
        } catch (UnknownHostException noNumber) {
            throw new UncheckedIOException(noNumber);
        }
    }

    @Override
    public boolean skipsBody() {
        return true;
    }

    @Override
    public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) {
        passage.endOk();
        return addresses.toArray(InetAddress[]::new);
    }
}
