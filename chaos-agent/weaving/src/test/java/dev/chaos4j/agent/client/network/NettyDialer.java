package dev.chaos4j.agent.client.network;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Gets a page over Netty's channels on the JDK's. */
final class NettyDialer implements Dialer {

    private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
    private final int millis;

    NettyDialer(Duration patience) {
        this.millis = (int) patience.toMillis();
    }

    @Override
    public String get(String host, int port) throws Exception {
        CompletableFuture<String> page = new CompletableFuture<>();
        Channel channel = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel made) {
                        made.pipeline().addLast(new Reader(page));
                    }
                })
                .connect(host, port)
                .sync()
                .channel();
        try {
            channel.writeAndFlush(Unpooled.wrappedBuffer(Page.REQUEST));
            return page.get(millis, TimeUnit.MILLISECONDS);
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
            if (Page.isWhole(answer.toString())) {
                page.complete(Page.content(answer.toString()));
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            page.completeExceptionally(new IOException("The answer ended early"));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
            page.completeExceptionally(error);
        }
    }
}
