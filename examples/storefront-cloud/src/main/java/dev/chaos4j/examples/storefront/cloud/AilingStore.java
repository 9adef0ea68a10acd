package dev.chaos4j.examples.storefront.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** The operations the shop uses, refused by the server itself with a 503 when the Region is not well. */
final class AilingStore extends ForwardingBlobStore {
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Health health;

    AilingStore(BlobStore store, Health health) {
        super(store);
        this.health = health;
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        requireRead();
        return super.getBlob(request);
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        requireRead();
        return super.list(request);
    }

    @Override
    public HeadBucketResponse headBucket(HeadBucketRequest request) {
        requireRead();
        return super.headBucket(request);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
        if (!health.servesWrite()) {
            swallow(body);
            throw S3Exceptions.fromStatusCode(SERVICE_UNAVAILABLE);
        }
        return super.putBlob(request, body);
    }

    private void requireRead() {
        if (!health.servesRead()) {
            throw S3Exceptions.fromStatusCode(SERVICE_UNAVAILABLE);
        }
    }

    /** An answer given before the body was read closes the connection, and the client would see that instead of the 503. */
    private static void swallow(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
