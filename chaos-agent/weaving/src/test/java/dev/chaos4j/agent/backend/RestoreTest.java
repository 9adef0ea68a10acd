package dev.chaos4j.agent.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.agent.weaving.AdviceKind;
import dev.chaos4j.agent.weaving.Rule;
import dev.chaos4j.agent.weaving.SiteSource;
import dev.chaos4j.target.MethodShape;
import dev.chaos4j.target.Target;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.Inventory;
import shop.RemoteClient;

class RestoreTest {

    @Test
    void theBytesAreTheOriginalOnesWhenTheLastRuleEnds() throws Exception {
        byte[] original = SeenBytes.of(Inventory.class);
        try (Rig rig = new Rig()) {
            Rule one = rig.weave("shop.Inventory#stock");
            byte[] withOne = SeenBytes.of(Inventory.class);
            Rule two = rig.weave("shop.Inventory#<init>");
            assertThat(new Inventory().stock("abc")).isEqualTo(3);
            assertThat(rig.gate.entered()).isEqualTo(2);

            rig.weaver.unweave(List.of(two), false);
            assertThat(SeenBytes.of(Inventory.class)).isEqualTo(withOne).isNotEqualTo(original);
            rig.weaver.unweave(List.of(one), false);

            assertThat(SeenBytes.of(Inventory.class)).isEqualTo(original);
            assertThat(rig.weaver.isRestored(List.of(one, two))).isTrue();
        }
    }

    @Test
    void closingRestoresWhatWasKeptWoven() throws Exception {
        byte[] original = SeenBytes.of(RemoteClient.class);
        try (Rig rig = new Rig()) {
            Rule rule = rig.weave("shop.RemoteClient#get");
            byte[] woven = SeenBytes.of(RemoteClient.class);

            rig.weaver.unweave(List.of(rule), true);
            assertThat(SeenBytes.of(RemoteClient.class)).isEqualTo(woven);
        }

        assertThat(SeenBytes.of(RemoteClient.class)).isEqualTo(original);
    }

    @Test
    void armingAgainWhatWasKeptWovenRetransformsNothing() throws Exception {
        try (Rig rig = new Rig()) {
            rig.weaver.unweave(List.of(rig.weave("shop.RemoteClient#get")), true);
            long before = rig.weaver.retransformations();

            Rule again = rig.weave("shop.RemoteClient#get");

            assertThat(rig.weaver.retransformations()).isEqualTo(before);
            assertThat(again.signatures()).containsExactly("shop.RemoteClient#get(java.lang.String)");
        }
    }

    @Test
    void aHundredClassesAreOneRetransformation() {
        try (Rig rig = new Rig()) {
            long before = rig.weaver.retransformations();

            Rule many = rig.weave("org.junit.platform.engine.**#toString");

            assertThat(many.types()).hasSizeGreaterThan(5);
            assertThat(rig.weaver.retransformations()).isEqualTo(before + 1);
        }
    }

    @Test
    void classesOfTheJdkAreRestoredToo() throws Exception {
        byte[] original = SeenBytes.of(BitSet.class);
        try (Rig rig = new Rig()) {
            rig.weave("java.util.BitSet#clear");
            new BitSet().clear();
            assertThat(rig.gate.entered()).isEqualTo(1);
        }

        assertThat(SeenBytes.of(BitSet.class)).isEqualTo(original);
    }

    @Test
    void whatCannotBeWovenAsAWholeIsNotWovenAtAll() throws Exception {
        byte[] original = SeenBytes.of(Inventory.class);
        try (Rig rig = new Rig()) {
            Rule good = rig.rule("shop.Inventory#stock");
            Rule bad = Rule.ofTarget(Target.method("shop.RemoteClient#get"), new BrokenSource());

            assertThatThrownBy(() -> rig.weaver.weave(List.of(good, bad))).hasMessage("a bug of ours");

            assertThat(new Inventory().stock("abc")).isEqualTo(3);
            assertThat(rig.gate.entered()).isZero();
            assertThat(SeenBytes.of(Inventory.class)).isEqualTo(original);
        }
    }

    private static final class BrokenSource implements SiteSource {
        @Override
        public AdviceKind advice(MethodShape method) {
            throw new IllegalStateException("a bug of ours");
        }

        @Override
        public Object key(MethodShape method) {
            return method;
        }

        @Override
        public LiveSite create(MethodShape method, String returnType) {
            throw new AssertionError("never woven, so never made");
        }
    }
}
