package dev.chaos4j.agent.client.contract;

import java.net.URI;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

class S3UrlConnectionIT extends S3Contract {

    @Override
    Subject subject(URI endpoint) {
        return new S3Subject(
                endpoint,
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIME)
                        .socketTimeout(ANSWER_TIME));
    }
}
