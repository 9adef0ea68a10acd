package dev.chaos4j.agent.client.contract;

import java.net.URI;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

class S3ApacheIT extends S3Contract {

    @Override
    Subject subject(URI endpoint, Times times) {
        return new S3Subject(
                endpoint,
                ApacheHttpClient.builder()
                        .connectionTimeout(times.connect())
                        .socketTimeout(times.answer())
                        .maxConnections(500));
    }
}
