package dev.chaos4j.fault;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamFaultsTest {

    @Test
    void aBandwidthSaysHowFastAndWhichWay() {
        assertThat(Bandwidth.of(1_000).describe()).isEqualTo("bandwidth 1000 bytes per second");
        assertThat(Bandwidth.of(1_000).every()).isEqualTo(ofSeconds(1));
        assertThat(Bandwidth.drip(3, ofMillis(200)).requests().describe())
                .isEqualTo("bandwidth drip 3 bytes every 200ms of requests");
        assertThat(Bandwidth.drip(3, ofMillis(200)).bothWays().describe())
                .isEqualTo("bandwidth drip 3 bytes every 200ms both ways");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0})
    void aBandwidthLetsSomethingPass(long bytes) {
        String message = "A bandwidth must let at least 1 byte pass, but was given " + bytes
                + "; for a connection over which nothing passes, use BrokenStream.stallAfter(0)";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bandwidth.of(bytes))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bandwidth.drip(bytes, ofSeconds(1)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bandwidth.drip(1, ZERO))
                .withMessage("The pause of a drip must be longer than zero, but was 0s; for example 300ms");
    }

    @Test
    void aBrokenStreamSaysHowAfterHowManyBytesAndWhichWay() {
        assertThat(BrokenStream.resetAfter(10).describe()).isEqualTo("broken stream, reset after 10 bytes");
        assertThat(BrokenStream.endAfter(0).requests().describe())
                .isEqualTo("broken stream, end after 0 bytes of requests");
        assertThat(BrokenStream.stallAfter(1).bothWays().describe())
                .isEqualTo("broken stream, stall after 1 bytes both ways");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokenStream.resetAfter(-1))
                .withMessage("A stream breaks after 0 bytes or more, but was given -1");
    }

    @Test
    void bothAreMetInTheMiddleOfTheStreamAndEndTheCall() {
        for (Outcome fault : new Outcome[] {Bandwidth.of(1), BrokenStream.endAfter(1)}) {
            assertThat(fault.placement()).isEqualTo(Placement.MID_STREAM);
            assertThatIllegalArgumentException().isThrownBy(() -> fault.then(Hang.untilReleased()));
        }
    }

    @Test
    void aDirectionIncludesItselfAndBothIncludeEach() {
        assertThat(Direction.ANSWERS.includes(Direction.ANSWERS)).isTrue();
        assertThat(Direction.ANSWERS.includes(Direction.REQUESTS)).isFalse();
        assertThat(Direction.BOTH.includes(Direction.REQUESTS)).isTrue();
    }
}
