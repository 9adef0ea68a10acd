package dev.chaos4j.agent.backend;

import dev.chaos4j.agent.points.Chains;
import dev.chaos4j.agent.points.MethodPoints;
import dev.chaos4j.agent.weaving.Exempt;
import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.agent.weaving.Rule;
import dev.chaos4j.agent.weaving.Weaver;
import dev.chaos4j.target.Target;
import java.lang.instrument.Instrumentation;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;

/** A weaver of its own with a gate that only counts. */
final class Rig implements AutoCloseable {

    static final Instrumentation INSTRUMENTATION = ByteBuddyAgent.install();

    final StubGate gate = new StubGate();
    final Weaver weaver;

    Rig() {
        BridgeInstaller.install(INSTRUMENTATION);
        weaver = new Weaver(INSTRUMENTATION, new Exempt(any -> true), new OurErrors());
    }

    Rule weave(String pattern) {
        Rule rule = rule(pattern);
        weaver.weave(List.of(rule));
        return rule;
    }

    Rule rule(String pattern) {
        return Rule.ofTarget(Target.method(pattern), new MethodPoints(gate, new Chains(), new OurErrors()));
    }

    @Override
    public void close() {
        weaver.close();
    }
}
