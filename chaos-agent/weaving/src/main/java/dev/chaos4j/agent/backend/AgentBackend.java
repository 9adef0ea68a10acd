package dev.chaos4j.agent.backend;

import dev.chaos4j.agent.points.OwnWork;
import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.spi.Gate;
import dev.chaos4j.spi.InjectionBackend;
import dev.chaos4j.spi.NearMiss;
import dev.chaos4j.spi.NearMiss.Reason;
import dev.chaos4j.spi.Weave;
import dev.chaos4j.spi.WeaveReport;
import dev.chaos4j.target.Target;
import java.util.List;

/**
 * The agent as an injection backend. Uses the agent that is installed in this copy of Chaos4j, and otherwise embeds
 * itself with the first fault; see {@link EmbeddedAgent}. Thread-safe.
 */
public final class AgentBackend implements InjectionBackend {

    /** For {@link java.util.ServiceLoader}. */
    public AgentBackend() {}

    @Override
    public String name() {
        return "agent";
    }

    @Override
    public boolean supports(Target target) {
        return true;
    }

    @Override
    public Weave weave(Target target, Gate gate) {
        AgentRuntime runtime = EmbeddedAgent.find();
        if (runtime == null) {
            return new NoAgent(new NearMiss(target.describe(), Reason.NO_AGENT, EmbeddedAgent.whyNot()));
        }
        return runtime.weave(target, gate);
    }

    @Override
    public Registration carryContexts() {
        AgentRuntime runtime = AgentRuntime.current();
        return runtime == null ? () -> {} : runtime.carryContexts();
    }

    @Override
    public void resume(Runnable application) {
        OwnWork.leave(application);
    }

    /** Nothing can be woven; wrapped objects still work. */
    private record NoAgent(NearMiss why) implements Weave {

        @Override
        public WeaveReport report() {
            return new WeaveReport(List.of(), List.of(), List.of(why), true);
        }

        @Override
        public void close() {}
    }
}
