package dev.chaos4j.agent.backend;

import dev.chaos4j.agent.bridge.Bridge;
import dev.chaos4j.agent.client.ClientInstrumentation;
import dev.chaos4j.agent.client.ClientPoint;
import dev.chaos4j.agent.client.OtherRoad;
import dev.chaos4j.agent.context.ContextCarrying;
import dev.chaos4j.agent.points.Chains;
import dev.chaos4j.agent.points.ClientPoints;
import dev.chaos4j.agent.points.Interceptors;
import dev.chaos4j.agent.points.MethodPoints;
import dev.chaos4j.agent.weaving.Exempt;
import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.agent.weaving.Rule;
import dev.chaos4j.agent.weaving.Weaver;
import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.spi.Gate;
import dev.chaos4j.spi.Weave;
import dev.chaos4j.spi.WeaveException;
import dev.chaos4j.spi.WeaveReport;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.MethodTarget;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.SettingTarget;
import dev.chaos4j.target.Target;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The agent in this JVM, as far as this copy of Chaos4j is concerned: one at a time per loader. Nothing is woven until
 * a fault asks for it. Thread-safe.
 */
public final class AgentRuntime implements AutoCloseable {

    private static volatile @Nullable AgentRuntime current;
    private static volatile boolean chosen;

    private final AgentOptions options;
    private final OurErrors errors = new OurErrors();
    private final Chains chains = new Chains();
    private final Weaver weaver;
    private final Interceptors interceptors = new Interceptors(AgentRuntime.class.getClassLoader());
    private final List<ClientInstrumentation> clients;
    private final ContextCarrying contexts;

    private AgentRuntime(Instrumentation instrumentation, AgentOptions options) {
        this.options = options;
        this.weaver = new Weaver(instrumentation, new Exempt(options::allows), errors);
        this.contexts = new ContextCarrying(weaver, errors, options.keepWoven());
        this.clients = ServiceLoader.load(ClientInstrumentation.class, AgentRuntime.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * Installs the agent: the bridge, and nothing else yet. Leaves the instrumentation at the bridge for other copies of
     * Chaos4j in this JVM.
     *
     * @throws IllegalStateException if it is installed already
     * @throws WeaveException if the bridge cannot be installed; the message says why and what to do
     */
    public static synchronized AgentRuntime install(Instrumentation instrumentation, AgentOptions options) {
        chosen = true;
        return embed(instrumentation, options);
    }

    /** As {@link #install}, when nobody asked for it in so many words. */
    static synchronized AgentRuntime embed(Instrumentation instrumentation, AgentOptions options) {
        if (current != null) {
            throw new IllegalStateException("The agent is installed already; close it before installing it again");
        }
        BridgeInstaller.install(instrumentation);
        return start(instrumentation, options);
    }

    /** Whether somebody installs and closes the agent himself, so that nobody else must. */
    static boolean isManaged() {
        return chosen;
    }

    /** Apart from {@link #install}, so that nothing touches the bridge before it is there. */
    private static AgentRuntime start(Instrumentation instrumentation, AgentOptions options) {
        Bridge.instrumentation(instrumentation);
        AgentRuntime made = new AgentRuntime(instrumentation, options);
        current = made;
        return made;
    }

    /** The agent, if it is installed. */
    public static @Nullable AgentRuntime current() {
        return current;
    }

    /** Weaves the operations of this target. */
    Weave weave(Target target, Gate gate) {
        List<Rule> rules = rules(target, gate);
        weaver.weave(rules);
        return new RulesWeave(rules, otherRoads(target), weaver, options.keepWoven());
    }

    /** Makes contexts follow work into other threads until the returned is closed. */
    Registration carryContexts() {
        return contexts.carry();
    }

    /**
     * What would be woven for this target now; changes nothing.
     *
     * @param gate is not called
     */
    public WeaveReport preview(Target target, Gate gate) {
        List<Rule> rules = rules(target, gate);
        weaver.preview(rules);
        return RulesWeave.report(rules, otherRoads(target), weaver, true);
    }

    private List<Rule> rules(Target target, Gate gate) {
        List<Rule> rules = new ArrayList<>();
        if (target instanceof MethodTarget methods) {
            rules.add(Rule.ofTarget(methods, new MethodPoints(gate, chains, errors)));
        }
        for (ClientInstrumentation client : clients) {
            for (ClientPoint point : client.points()) {
                if (concerns(target, point.point())) {
                    ClientPoints source = new ClientPoints(gate, point, interceptors, errors);
                    rules.add(Rule.ofOurs(client.library(), point.methods(), source));
                }
            }
        }
        return rules;
    }

    /** The roads by which operations of this target may go past our points. */
    private List<OtherRoad> otherRoads(Target target) {
        return clients.stream()
                .flatMap(client -> client.otherRoads().stream().filter(road -> client.points().stream()
                        .map(ClientPoint::point)
                        .anyMatch(point ->
                                concerns(target, point) && road.beside().test(point))))
                .toList();
    }

    private static boolean concerns(Target target, InjectionPoint point) {
        if (target instanceof SettingTarget setting) {
            return setting.passes(point);
        }
        return target instanceof NetworkTarget network ? network.passes(point) : point.kind() == target.kind();
    }

    /** Restores every class and leaves the JVM, but for the bridge, which stays and does nothing. */
    @Override
    public void close() {
        synchronized (AgentRuntime.class) {
            if (current == this) {
                current = null;
            }
        }
        weaver.close();
        interceptors.close();
    }
}
