package dev.chaos4j.agent.client.contract;

import java.net.URI;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

class S3UrlConnectionIT extends S3Contract {

    @Override
    Subject subject(URI endpoint, Times times) {
        return new S3Subject(
                endpoint,
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(times.connect())
                        .socketTimeout(times.answer()));
    }
}
