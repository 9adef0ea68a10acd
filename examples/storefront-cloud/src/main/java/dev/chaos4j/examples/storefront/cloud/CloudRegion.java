package dev.chaos4j.examples.storefront.cloud;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * One Region: a real S3 server on a free loopback port, with one bucket in memory.
 *
 * <p>It checks AWS signatures (version 4) and bucket names, so that wrong credentials get a real 403 and a wrong bucket a
 * real 404. It does not check the Region name inside the signature, as S3 would. Thread-safe.
 */
public final class CloudRegion implements AutoCloseable {
    private static final int MOST_THREADS = 32;

    private final String name;
    private final String bucket;
    private final Health health = new Health();
    private final BlobStore objects = new TransientNio2BlobStore();
    private S3Proxy server;
    private int port;

    private CloudRegion(String name) {
        this.name = name;
        this.bucket = "storefront-" + name;
        objects.createContainer(bucket);
        server = listen(0);
        port = server.getPort();
    }

    static CloudRegion start(String name) {
        return new CloudRegion(name);
    }

    /** The name, such as {@code us-east-1}. */
    public String name() {
        return name;
    }

    /** The only bucket of this Region; bucket names are unique over all Regions, as with the real provider. */
    public String bucket() {
        return bucket;
    }

    /** Where its server listens, or listened before it was stopped. */
    public synchronized URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** From now on, requests are treated as {@code condition} says; requests that are stalled wake up. */
    public void turn(Condition condition) {
        health.turn(condition);
    }

    /** Closes the port: new connections are refused. The objects stay. */
    public synchronized void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 server of " + name + " did not stop", e);
        }
    }

    /** Listens again, on the same port and with the same objects. */
    public synchronized void restart() {
        server = listen(port);
    }

    /** Releases stalled requests and closes the port. */
    @Override
    public void close() {
        turn(Condition.HEALTHY);
        stop();
    }

    void put(String key, String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        objects.putBlob(
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(key)
                        .contentType(contentType)
                        .contentLength((long) bytes.length)
                        .build(),
                new ByteArrayInputStream(bytes));
    }

    private S3Proxy listen(int wantedPort) {
        S3Proxy s3 = S3Proxy.builder()
                .blobStore(new AilingStore(objects, health))
                .endpoint(URI.create("http://127.0.0.1:" + wantedPort))
                .awsAuthentication(AuthenticationType.AWS_V4, Cloud.ACCESS_KEY, Cloud.SECRET_KEY)
                .jettyMaxThreads(MOST_THREADS)
                .stopTimeout(0)
                .build();
        try {
            s3.start();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 server of " + name + " did not start on port " + wantedPort, e);
        }
        return s3;
    }
}
