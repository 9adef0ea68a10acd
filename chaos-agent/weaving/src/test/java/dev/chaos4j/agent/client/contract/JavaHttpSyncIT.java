package dev.chaos4j.agent.client.contract;

import java.net.URI;

class JavaHttpSyncIT extends JavaHttpContract {

    @Override
    Subject subject(URI endpoint, Times times) {
        return new JavaHttpSubject(endpoint, times, false);
    }
}
