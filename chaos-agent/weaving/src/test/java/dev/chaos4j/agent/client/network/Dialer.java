package dev.chaos4j.agent.client.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.config.SocketConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;
import org.awaitility.Awaitility;

/** A client that gets a page, each in its own way of using the JDK's network. */
@SuppressWarnings("AddressSelection") // as clients do
interface Dialer extends AutoCloseable {

    /** The content of the page, over a connection that it has kept or a new one. */
    String get(String host, int port) throws Exception;

    /** Waits until it gets this page from loopback: one that is hasty may have to try again on a busy machine. */
    default void awaitPage(int port, String content) {
        Awaitility.await("the page of the right server")
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> get("127.0.0.1", port).equals(content));
    }

    @Override
    default void close() throws Exception {}

    /** A way of making one. */
    enum Kind {
        SOCKET {
            @Override
            Dialer open(Duration patience) {
                return (host, port) -> {
                    try (Socket socket = new Socket()) {
                        socket.setSoTimeout((int) patience.toMillis());
                        socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
                        return Page.over(socket.getInputStream(), socket.getOutputStream());
                    }
                };
            }
        },
        SOCKET_OF_CHANNEL {
            @Override
            Dialer open(Duration patience) {
                return (host, port) -> {
                    try (SocketChannel channel = SocketChannel.open()) {
                        Socket socket = channel.socket();
                        socket.setSoTimeout((int) patience.toMillis());
                        socket.setSoTimeout((int) patience.toMillis());
                        socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
                        return Page.over(socket.getInputStream(), socket.getOutputStream());
                    }
                };
            }
        },
        SELECTOR {
            @Override
            Dialer open(Duration patience) {
                return (host, port) -> new Selected(patience).get(host, port);
            }
        },
        URL_CONNECTION {
            @Override
            Dialer open(Duration patience) {
                return (host, port) -> {
                    HttpURLConnection connection = (HttpURLConnection)
                            URI.create(Page.url(host, port)).toURL().openConnection();
                    connection.setConnectTimeout((int) patience.toMillis());
                    connection.setReadTimeout((int) patience.toMillis());
                    try (InputStream in = connection.getInputStream()) {
                        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    }
                };
            }
        },
        JAVA_HTTP {
            @Override
            Dialer open(Duration patience) {
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(patience)
                        .build();
                return (host, port) -> client.send(
                                HttpRequest.newBuilder(URI.create(Page.url(host, port)))
                                        .timeout(patience.multipliedBy(2))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
            }
        },
        APACHE {
            @Override
            Dialer open(Duration patience) {
                CloseableHttpClient client = HttpClients.custom()
                        .setDefaultRequestConfig(RequestConfig.custom()
                                .setConnectTimeout((int) patience.toMillis())
                                .build())
                        .setDefaultSocketConfig(SocketConfig.custom()
                                .setSoTimeout((int) patience.toMillis())
                                .build())
                        .build();
                return new ApacheDialer(client);
            }
        },
        NETTY {
            @Override
            Dialer open(Duration patience) {
                return new NettyDialer(patience);
            }
        };

        abstract Dialer open(Duration patience);
    }

    /** Apache HttpClient 4, which keeps connections. */
    record ApacheDialer(CloseableHttpClient client) implements Dialer {

        @Override
        public String get(String host, int port) throws IOException {
            try (CloseableHttpResponse response = client.execute(new HttpGet(Page.url(host, port)))) {
                return EntityUtils.toString(response.getEntity());
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }
}
