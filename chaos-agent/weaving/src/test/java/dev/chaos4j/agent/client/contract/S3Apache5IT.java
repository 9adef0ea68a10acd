package dev.chaos4j.agent.client.contract;

import java.net.URI;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

class S3Apache5IT extends S3Contract {

    @Override
    Subject subject(URI endpoint) {
        return new S3Subject(
                endpoint,
                Apache5HttpClient.builder()
                        .connectionTimeout(CONNECT_TIME)
                        .socketTimeout(ANSWER_TIME)
                        .maxConnections(500));
    }
}
