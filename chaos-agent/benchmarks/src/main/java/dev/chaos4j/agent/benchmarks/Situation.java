package dev.chaos4j.agent.benchmarks;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.backend.AgentOptions;
import dev.chaos4j.agent.backend.AgentRuntime;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.BlastRadius;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.MethodTarget;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;

/** What stands in front of the work. The first is the baseline of all others. */
public enum Situation {
    /** Byte code as compiled. */
    NEVER_WOVEN("never woven") {
        @Override
        Work prepare() {
            return new PlainWork();
        }
    },
    /** The baseline once more, to show the error of the measurement. */
    NEVER_WOVEN_AGAIN("never woven, again") {
        @Override
        Work prepare() {
            return new PlainWork();
        }
    },
    /** Woven, armed, fired, disarmed and restored. */
    RESTORED("restored") {
        @Override
        Work prepare() {
            return armedOnce(AgentOptions.attached());
        }
    },
    /** Woven, armed, fired and disarmed, as between two tests. */
    DISARMED("woven and disarmed") {
        @Override
        Work prepare() {
            return armedOnce(AgentOptions.embedded());
        }
    },
    /** Woven and disarmed, while a fault is armed at another class. */
    ARMED_ELSEWHERE("armed at another class") {
        @Override
        Work prepare() {
            Work work = armedOnce(AgentOptions.embedded());
            arm(PlannedFault.of(Failure.of(IllegalStateException.class), Target.method(OtherWork.class, "next")));
            return work;
        }
    },
    /** A fault is armed at this method, for a test that does not run. */
    ARMED_NOT_MATCHING("armed but not matching") {
        @Override
        Work prepare() {
            install(AgentOptions.embedded());
            arm(failure().inScope(Scope.test("another")));
            return new PlainWork();
        }
    },
    /** A fault is armed at this method at rate 0. */
    RATE_ZERO("armed at rate 0") {
        @Override
        Work prepare() {
            install(AgentOptions.embedded());
            arm(failure().when(Trigger.rate(0)));
            return new PlainWork();
        }
    },
    /** A fault is armed at this method at a rate so low that the dice are thrown for nothing. */
    RATE_TINY("armed at rate 1e-12 (dice thrown)") {
        @Override
        Work prepare() {
            install(AgentOptions.embedded());
            arm(failure().when(Trigger.rate(1e-12)));
            return new PlainWork();
        }
    },
    /** A fault fires at each call and leaves the answer as it is. */
    FIRED("fired (no-op fault)") {
        @Override
        Work prepare() {
            install(AgentOptions.embedded());
            arm(PlannedFault.of(Corruption.by(answer -> answer), target())
                    .within(BlastRadius.standard().withInjections(Long.MAX_VALUE)));
            return new PlainWork();
        }
    },
    /** Byteman with a rule whose condition is false; the rule comes with the JVM's arguments. */
    BYTEMAN("Byteman 4.0.27, IF FALSE") {
        @Override
        Work prepare() {
            return new PlainWork();
        }

        @Override
        List<String> jvmArguments() {
            return List.of(BytemanRule.agentArgument());
        }
    },
    /** A Spring AOP proxy with chaos-monkey-spring-boot on it, inactive. */
    CHAOS_MONKEY("Spring AOP, chaos-monkey-spring-boot 4.0.0 inactive") {
        @Override
        Work prepare() {
            return ChaosMonkeyApplication.start();
        }
    },
    /** A closed circuit breaker, for scale. */
    BREAKER("Resilience4j 2.4.0 breaker, closed") {
        @Override
        Work prepare() {
            return new GuardedWork(new PlainWork(), CircuitBreaker.ofDefaults("work"));
        }
    };

    private final String title;

    Situation(String title) {
        this.title = title;
    }

    /** The words for the report. */
    String title() {
        return title;
    }

    /** The work with this situation in front of it. Called once in a JVM. */
    abstract Work prepare();

    /** What the JVM of this situation needs. */
    List<String> jvmArguments() {
        return List.of();
    }

    private static Work armedOnce(AgentOptions options) {
        install(options);
        Work work = new PlainWork();
        ActiveFault fault = arm(failure());
        requireFailing(work);
        fault.close();
        return work;
    }

    private static void requireFailing(Work work) {
        try {
            work.add(1, 2);
        } catch (IllegalStateException injected) {
            return;
        }
        throw new IllegalStateException("The fault did not fire: this would measure nothing");
    }

    private static void install(AgentOptions options) {
        AgentRuntime.install(ByteBuddyAgent.install(), options);
    }

    private static PlannedFault failure() {
        return PlannedFault.of(Failure.of(IllegalStateException.class), target());
    }

    private static MethodTarget target() {
        return Target.method(PlainWork.class, "*");
    }

    private static ActiveFault arm(PlannedFault plan) {
        ActiveFault fault = Chaos.arm(plan);
        if (fault.status().weave().methods().isEmpty()) {
            throw new IllegalStateException("Nothing was woven: " + fault.status());
        }
        return fault;
    }
}
