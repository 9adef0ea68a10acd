package dev.chaos4j.servers.client;

import dev.chaos4j.servers.server.Endpoint;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** S3 of the AWS SDK over a synchronous HTTP client. */
public final class S3SyncClient implements Client {

    private final SdkHttpClient http;
    private final S3Client s3;

    private S3SyncClient(SdkHttpClient http, Endpoint server) {
        this.http = http;
        this.s3 = S3Settings.of(S3Client.builder().httpClient(http), server).build();
    }

    /** Over the JDK's URL connections. */
    public static Client overUrlConnection(Endpoint server, Duration patience) {
        return new S3SyncClient(
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(patience)
                        .socketTimeout(patience)
                        .tlsTrustManagersProvider(() -> server.authority().trustManagers())
                        .build(),
                server);
    }

    /** Over Apache HttpClient 4. */
    public static Client overApache(Endpoint server, Duration patience) {
        return new S3SyncClient(
                ApacheHttpClient.builder()
                        .connectionTimeout(patience)
                        .socketTimeout(patience)
                        .tlsTrustManagersProvider(() -> server.authority().trustManagers())
                        .build(),
                server);
    }

    @Override
    public String ask() {
        return s3.getObjectAsBytes(S3Settings.QUESTION).asUtf8String();
    }

    @Override
    public void close() {
        s3.close();
        http.close();
    }
}
