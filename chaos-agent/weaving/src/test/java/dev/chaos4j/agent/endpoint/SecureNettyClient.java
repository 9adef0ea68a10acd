package dev.chaos4j.agent.endpoint;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManager;

/** Netty's handler of TLS, by the JDK's engine. */
final class SecureNettyClient implements SecureClient {

    private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
    private final SslContext tls;

    SecureNettyClient(TrustManager[] trust) throws IOException {
        tls = SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .trustManager(trust[0])
                .endpointIdentificationAlgorithm("HTTPS")
                .build();
    }

    @Override
    public String get(String host, int port) throws Exception {
        CompletableFuture<String> page = new CompletableFuture<>();
        Channel channel = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel made) {
                        made.pipeline().addLast(tls.newHandler(made.alloc(), host, port), new Reader(page));
                    }
                })
                .connect(host, port)
                .sync()
                .channel();
        try {
            channel.writeAndFlush(Unpooled.copiedBuffer(
                    "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n", StandardCharsets.US_ASCII));
            return page.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } finally {
            channel.close().sync();
        }
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private static final class Reader extends SimpleChannelInboundHandler<ByteBuf> {
        private final CompletableFuture<String> page;
        private final StringBuilder answer = new StringBuilder();

        Reader(CompletableFuture<String> page) {
            this.page = page;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
            answer.append(bytes.toString(StandardCharsets.US_ASCII));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            int body = answer.indexOf("\r\n\r\n");
            if (body < 0) {
                page.completeExceptionally(new IOException("The answer ended early"));
            } else {
                page.complete(
                        answer.indexOf("HTTP/1.1 200") == 0 ? answer.substring(body + 4) : answer.substring(0, 12));
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
            page.completeExceptionally(error);
        }
    }
}
