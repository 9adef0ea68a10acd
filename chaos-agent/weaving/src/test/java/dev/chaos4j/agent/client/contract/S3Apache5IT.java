package dev.chaos4j.agent.client.contract;

import java.net.URI;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

class S3Apache5IT extends S3Contract {

    @Override
    Subject subject(URI endpoint, Times times) {
        return new S3Subject(
                endpoint,
                Apache5HttpClient.builder()
                        .connectionTimeout(times.connect())
                        .socketTimeout(times.answer())
                        .maxConnections(500));
    }
}
