package dev.chaos4j.servers.server;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** An S3 server that checks signatures, with one object in memory. */
public final class S3Server implements Server {

    /** Who may use it. */
    public static final String ACCESS_KEY = "AKIDSHOP";

    /** And with what. */
    public static final String SECRET_KEY = "open-sesame";

    /** The only bucket. */
    public static final String BUCKET = "answers";

    /** The only object. */
    public static final String KEY = "answer";

    private final Authority authority;
    private final S3Proxy proxy;

    private S3Server(Authority authority) throws Exception {
        this.authority = authority;
        BlobStore objects = new TransientNio2BlobStore();
        objects.createContainer(BUCKET);
        byte[] bytes = ANSWER.getBytes(StandardCharsets.UTF_8);
        objects.putBlob(
                PutObjectRequest.builder()
                        .bucket(BUCKET)
                        .key(KEY)
                        .contentLength((long) bytes.length)
                        .build(),
                new ByteArrayInputStream(bytes));
        this.proxy = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .secureEndpoint(URI.create("https://127.0.0.1:0"))
                .sslContext(authority.issue().serverContext())
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .stopTimeout(0)
                .build();
        proxy.start();
    }

    /** Starts it. */
    public static S3Server start(Authority authority) throws Exception {
        return new S3Server(authority);
    }

    @Override
    public Endpoint at(Transport transport) {
        int port = transport == Transport.TLS ? proxy.getSecurePort() : proxy.getPort();
        return new Endpoint(port, transport, authority);
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 server did not stop", e);
        }
    }
}
