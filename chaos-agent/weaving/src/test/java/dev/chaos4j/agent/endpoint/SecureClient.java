package dev.chaos4j.agent.endpoint;

import dev.chaos4j.agent.certificate.Authority;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A client that gets a page over TLS and trusts one authority, each in its own way. */
interface SecureClient extends AutoCloseable {

    /** The content of the page; of an answer that is none, its status. */
    String get(String host, int port) throws Exception;

    @Override
    default void close() throws Exception {}

    /** Trusts this authority and nobody else. */
    static TrustManager[] trusting(Authority authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority.entry().getCertificate());
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** The JDK's TLS with this trust. */
    static SSLContext context(TrustManager... trust) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust, null);
        return context;
    }

    private static URI page(String host, int port) {
        return URI.create("https://" + host + ":" + port + "/bucket/key");
    }

    /** One exchange by hand. */
    static String overSocket(SSLSocket socket, String host) throws IOException {
        SSLParameters settings = socket.getSSLParameters();
        settings.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(settings);
        OutputStream out = socket.getOutputStream();
        out.write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return answer.startsWith("HTTP/1.1 200")
                ? answer.substring(answer.indexOf("\r\n\r\n") + 4)
                : answer.substring(0, Math.min(12, answer.length()));
    }

    /** A way of making one. */
    enum Kind {
        SOCKET {
            @Override
            SecureClient open(TrustManager[] trust) throws Exception {
                SSLContext tls = context(trust);
                return (host, port) -> {
                    try (Socket socket = tls.getSocketFactory().createSocket(host, port)) {
                        return overSocket((SSLSocket) socket, host);
                    }
                };
            }
        },
        URL_CONNECTION {
            @Override
            SecureClient open(TrustManager[] trust) throws Exception {
                SSLContext tls = context(trust);
                return (host, port) -> {
                    HttpsURLConnection connection =
                            (HttpsURLConnection) page(host, port).toURL().openConnection();
                    connection.setSSLSocketFactory(tls.getSocketFactory());
                    try (InputStream in = connection.getInputStream()) {
                        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    }
                };
            }
        },
        JAVA_HTTP {
            @Override
            SecureClient open(TrustManager[] trust) throws Exception {
                HttpClient client =
                        HttpClient.newBuilder().sslContext(context(trust)).build();
                return (host, port) -> {
                    HttpResponse<String> answer =
                            client.send(HttpRequest.newBuilder(page(host, port)).build(), BodyHandlers.ofString());
                    return answer.statusCode() == 200 ? answer.body() : "HTTP/1.1 " + answer.statusCode();
                };
            }
        },
        NETTY {
            @Override
            SecureClient open(TrustManager[] trust) throws Exception {
                return new SecureNettyClient(trust);
            }
        },
        AWS_URL_CONNECTION {
            @Override
            SecureClient open(TrustManager[] trust) {
                return (host, port) -> {
                    try (S3Client s3 = S3Client.builder()
                            .endpointOverride(URI.create("https://" + host + ":" + port))
                            .forcePathStyle(true)
                            .region(Region.US_EAST_1)
                            .credentialsProvider(
                                    StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret")))
                            .overrideConfiguration(options -> options.retryStrategy(AwsRetryStrategy.doNotRetry()))
                            .httpClientBuilder(UrlConnectionHttpClient.builder().tlsTrustManagersProvider(() -> trust))
                            .build()) {
                        return s3.getObjectAsBytes(get -> get.bucket("bucket").key("key"))
                                .asUtf8String();
                    }
                };
            }
        };

        abstract SecureClient open(TrustManager[] trust) throws Exception;
    }
}
