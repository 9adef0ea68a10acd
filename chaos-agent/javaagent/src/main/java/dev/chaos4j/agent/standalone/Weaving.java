package dev.chaos4j.agent.standalone;

import dev.chaos4j.agent.backend.AgentOptions;
import dev.chaos4j.agent.backend.AgentRuntime;
import dev.chaos4j.spi.WeaveReport;
import dev.chaos4j.target.Target;
import java.lang.instrument.Instrumentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The weaver of this agent, which comes with the first scenario and not before. Confined to its agent's lock. */
final class Weaving {

    private final Instrumentation instrumentation;
    private List<String> allowedJdk = List.of();
    private @Nullable AgentRuntime runtime;

    Weaving(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * Makes it ready for a scenario; nothing may be armed meanwhile.
     *
     * @param jdk the JDK classes that its targets may name, {@code *} at the end for all that begin so
     * @throws dev.chaos4j.spi.WeaveException if nothing can be woven in this JVM
     */
    AgentRuntime prepare(List<String> jdk) {
        AgentRuntime present = runtime;
        if (present != null && allowedJdk.equals(jdk)) {
            return present;
        }
        close();
        AgentRuntime made =
                AgentRuntime.install(instrumentation, AgentOptions.attached().allowingJdk(jdk));
        allowedJdk = jdk;
        runtime = made;
        return made;
    }

    /** What would be woven for a target; changes nothing. */
    WeaveReport preview(Target target, List<String> jdk) {
        return prepare(jdk).preview(target, point -> {
            throw new IllegalStateException("A preview lets nothing through");
        });
    }

    /** Restores every class. */
    void close() {
        if (runtime != null) {
            runtime.close();
            runtime = null;
        }
    }
}
