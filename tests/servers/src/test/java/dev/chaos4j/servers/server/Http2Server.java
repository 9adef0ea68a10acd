package dev.chaos4j.servers.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerUpgradeHandler;
import io.netty.handler.codec.http2.CleartextHttp2ServerUpgradeHandler;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2ServerUpgradeCodec;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.AsciiString;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** An HTTP/2 server of Netty's: by upgrade, or over TLS by ALPN. */
public final class Http2Server implements Server {

    private final Authority authority;
    private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
    private final Channel plain;
    private final Channel overTls;

    private Http2Server(Authority authority) throws SSLException {
        this.authority = authority;
        SslContext tls = tls(authority.issue());
        this.plain = listen(Http2Server::upgraded);
        this.overTls = listen(channel -> channel.pipeline().addLast(tls.newHandler(channel.alloc()), new Negotiated()));
    }

    /** Starts it. */
    public static Http2Server start(Authority authority) throws SSLException {
        return new Http2Server(authority);
    }

    private static SslContext tls(Identity identity) throws SSLException {
        return SslContextBuilder.forServer(identity.key(), identity.certificate(), identity.issuer())
                .sslProvider(SslProvider.JDK)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                        ApplicationProtocolNames.HTTP_2))
                .build();
    }

    private interface Setup {
        void of(Channel channel);
    }

    private Channel listen(Setup setup) {
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        setup.of(channel);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    private static Http2FrameCodec frames() {
        return Http2FrameCodecBuilder.forServer().build();
    }

    private static void upgraded(Channel channel) {
        HttpServerCodec http1 = new HttpServerCodec();
        HttpServerUpgradeHandler upgrade = new HttpServerUpgradeHandler(
                http1,
                protocol -> AsciiString.contentEquals(Http2CodecUtil.HTTP_UPGRADE_PROTOCOL_NAME, protocol)
                        ? new Http2ServerUpgradeCodec(frames(), new Http2Answers())
                        : null);
        channel.pipeline().addLast(new CleartextHttp2ServerUpgradeHandler(http1, upgrade, new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel knowing) {
                knowing.pipeline().addLast(frames(), new Http2Answers());
            }
        }));
    }

    /** The client has chosen a protocol. */
    private static final class Negotiated extends ApplicationProtocolNegotiationHandler {

        Negotiated() {
            super(ApplicationProtocolNames.HTTP_1_1);
        }

        @Override
        protected void configurePipeline(ChannelHandlerContext context, String protocol) {
            if (!protocol.equals(ApplicationProtocolNames.HTTP_2)) {
                context.close();
                return;
            }
            context.pipeline().addLast(frames(), new Http2Answers());
        }
    }

    @Override
    public Endpoint at(Transport transport) {
        Channel channel = transport == Transport.TLS ? overTls : plain;
        return new Endpoint(((InetSocketAddress) channel.localAddress()).getPort(), transport, authority);
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
