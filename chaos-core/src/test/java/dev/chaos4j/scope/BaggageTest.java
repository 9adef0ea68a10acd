package dev.chaos4j.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaggageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"42", "a,b;c=d", "with space", "100%", "\"quoted\"\\", "zażółć gęślą", "\uD83D\uDE00", "%41"})
    void readsBackWhatItWrote(String id) {
        String header = Baggage.with(List.of(), id);

        assertThat(header).matches("[\\x21-\\x7e]+").doesNotContain("\"", "\\", ";", ",");
        assertThat(Baggage.requestId(List.of(header))).contains(id);
    }

    @Test
    void keepsTheMembersThatAreThereAlreadyWithTheirProperties() {
        String header = Baggage.with(List.of("user=alice;secure, tenant = 7 ", "color=red"), "r1");

        assertThat(header).isEqualTo("user=alice;secure,tenant = 7,color=red,chaos4j-request=r1");
    }

    @Test
    void replacesTheRequestIdThatIsThereAlready() {
        String header = Baggage.with(List.of("chaos4j-request=old;hop=1,user=alice"), "new");

        assertThat(header).isEqualTo("user=alice,chaos4j-request=new");
    }

    @Test
    void findsTheRequestIdInAnyHeaderWithSpacesAndProperties() {
        assertThat(Baggage.requestId(List.of("user=alice", "x=y , chaos4j-request = r%2C1 ;hop=1 , z=1")))
                .contains("r,1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",,,", "=", "chaos4j-request", "chaos4j-request=", "chaos4j-requester=1", ";;=;"})
    void ignoresBaggageWithoutARequestId(String header) {
        assertThat(Baggage.requestId(List.of(header))).isEmpty();
    }

    @Test
    void leavesMalformedEscapesAsTheyAre() {
        assertThat(Baggage.requestId(List.of("chaos4j-request=a%zzb%4"))).contains("a%zzb%4");
        assertThat(Baggage.requestId(List.of("chaos4j-request=%FF"))).contains("\uFFFD");
    }

    @Test
    void isNotWrittenUnlessAskedFor() {
        assertThat(Baggage.isWritten()).isFalse();
    }
}
