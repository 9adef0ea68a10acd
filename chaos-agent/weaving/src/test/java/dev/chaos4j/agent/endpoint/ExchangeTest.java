package dev.chaos4j.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static @Nullable Exchange read(String request) throws IOException {
        return Exchange.read(new ByteArrayInputStream(request.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aClientThatAsksWhetherToSendItsBodyIsAnsweredWithoutIt() throws Exception {
        assertThat(read("PUT /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n"))
                .isEqualTo(new Exchange("PUT", "/a", false));
    }

    @Test
    void othersSendTheirBodyFirst() throws Exception {
        assertThat(read("PUT /a HTTP/1.1\r\nContent-Length: 5\r\n\r\n12345"))
                .isEqualTo(new Exchange("PUT", "/a", true));
    }
}
