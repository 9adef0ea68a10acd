package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.OtherRoad;
import dev.chaos4j.target.InjectionPoint;
import java.util.List;
import java.util.stream.Stream;

/** What does not use the JDK's network: native transports, and resolvers of names of their own. */
final class OtherRoads {

    private static final String NETTY = "io.netty.";

    /** Netty inside gRPC, under names of gRPC's own. */
    private static final String NETTY_IN_GRPC = "io.grpc.netty.shaded.io.netty.";

    static final List<OtherRoad> ALL = Stream.of(
                    ofNetty(NETTY, "give it NioEventLoopGroup and NioSocketChannel"),
                    ofNetty(
                            NETTY_IN_GRPC,
                            "use grpc-netty or grpc-okhttp, or give its builder NioEventLoopGroup and"
                                    + " NioSocketChannel"),
                    Stream.of(opened(
                            "software.amazon.awssdk.crt.io.SocketOptions",
                            "the AWS CRT; give the SDK another HTTP client, or use a target of kind aws")),
                    ofTls())
            .flatMap(roads -> roads)
            .toList();

    private OtherRoads() {}

    private static Stream<OtherRoad> ofNetty(String prefix, String insteadOf) {
        return Stream.of(
                opened(prefix + "channel.epoll.EpollSocketChannel", "Netty's epoll; " + insteadOf),
                opened(prefix + "channel.kqueue.KQueueSocketChannel", "Netty's kqueue; " + insteadOf),
                opened(prefix + "channel.uring.IoUringSocketChannel", "Netty's io_uring; " + insteadOf),
                opened(prefix + "incubator.channel.uring.IOUringSocketChannel", "Netty's io_uring; " + insteadOf),
                new OtherRoad(
                        OtherRoads::isOfNames,
                        prefix + "resolver.dns.DnsNameResolver",
                        "names may be resolved by Netty itself, which does not ask the JDK; give it"
                                + " DefaultAddressResolverGroup, or use operation connect"));
    }

    private static OtherRoad opened(String className, String by) {
        return new OtherRoad(
                point -> !isOfNames(point) && !isOfHandshakes(point),
                className,
                "connections may be opened by a native transport, " + by);
    }

    private static Stream<OtherRoad> ofTls() {
        return Stream.of(
                shaken(NETTY + "handler.ssl.ReferenceCountedOpenSslEngine", "Netty's OpenSSL; give it SslProvider.JDK"),
                shaken(
                        NETTY_IN_GRPC + "handler.ssl.ReferenceCountedOpenSslEngine",
                        "Netty's OpenSSL in gRPC; use grpc-netty with SslProvider.JDK, or grpc-okhttp"),
                shaken("org.conscrypt.ConscryptEngine", "Conscrypt; use the JDK's provider SunJSSE"),
                shaken("org.conscrypt.ConscryptFileDescriptorSocket", "Conscrypt; use the JDK's provider SunJSSE"),
                shaken("org.bouncycastle.jsse.provider.ProvSSLEngine", "BouncyCastle; use the JDK's provider SunJSSE"));
    }

    private static OtherRoad shaken(String className, String by) {
        return new OtherRoad(OtherRoads::isOfHandshakes, className, "TLS may be spoken by " + by);
    }

    private static boolean isOfHandshakes(InjectionPoint point) {
        return point.key().endsWith("#handshake");
    }

    private static boolean isOfNames(InjectionPoint point) {
        return point.key().endsWith("#resolve");
    }
}
