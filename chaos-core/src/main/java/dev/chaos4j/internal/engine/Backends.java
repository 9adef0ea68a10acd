package dev.chaos4j.internal.engine;

import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.spi.Gate;
import dev.chaos4j.spi.InjectionBackend;
import dev.chaos4j.spi.NearMiss;
import dev.chaos4j.spi.Weave;
import dev.chaos4j.spi.WeaveReport;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.MethodShape;
import dev.chaos4j.target.MethodTarget;
import dev.chaos4j.target.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The backends that can weave, if there are any. Without one, only wrapped objects are reached. Thread-safe. */
final class Backends {

    private static final String NO_AGENT_TEXT = "no agent is there, so only objects from Chaos.wrap(...) are reached;"
            + " add the chaos-agent-weaving artifact to the test class path, or start the JVM with"
            + " -javaagent:chaos-agent.jar";

    private final Supplier<List<InjectionBackend>> source;
    private volatile @Nullable List<InjectionBackend> found;

    Backends(Supplier<List<InjectionBackend>> source) {
        this.source = source;
    }

    Weave weave(Target target, Gate gate) {
        for (InjectionBackend backend : all()) {
            if (backend.supports(target)) {
                return backend.weave(target, gate);
            }
        }
        return new NoWeave(target.describe());
    }

    /** As {@link #weave}, and contexts follow work into other threads until it is closed. */
    Weave weaveAndCarry(Target target, Gate gate) {
        Weave weave = weave(target, gate);
        if (weave instanceof NoWeave) {
            return weave;
        }
        List<Registration> carrying =
                all().stream().map(InjectionBackend::carryContexts).toList();
        return new CarryingWeave(weave, carrying);
    }

    /** Goes on with what a fault held, as each backend that is in use wants it done. */
    void resume(Runnable application) {
        Runnable all = application;
        List<InjectionBackend> inUse = found;
        for (InjectionBackend backend : inUse == null ? List.<InjectionBackend>of() : inUse) {
            Runnable inner = all;
            all = () -> backend.resume(inner);
        }
        all.run();
    }

    private List<InjectionBackend> all() {
        List<InjectionBackend> present = found;
        if (present == null) {
            synchronized (this) {
                present = found == null ? List.copyOf(source.get()) : found;
                found = present;
            }
        }
        return present;
    }

    /** The weave's own report and the wrapped objects that the target reaches. */
    WeaveReport report(Weave weave, Target target, Collection<InjectionPoint> points) {
        WeaveReport woven = weave.report();
        List<String> types = new ArrayList<>(woven.types());
        List<String> methods = new ArrayList<>(woven.methods());
        if (target instanceof MethodTarget pattern) {
            for (InjectionPoint point : points) {
                MethodShape method = point.method();
                if (method != null && pattern.matches(method)) {
                    addNew(types, method.type().name());
                    addNew(methods, method.signature());
                }
            }
        }
        boolean onlyMiss = weave instanceof NoWeave && !methods.isEmpty();
        return new WeaveReport(types, methods, onlyMiss ? List.of() : woven.nearMisses(), woven.restored());
    }

    private static void addNew(List<String> list, String text) {
        if (!list.contains(text)) {
            list.add(text);
        }
    }

    /** A weave while which contexts are carried. */
    private record CarryingWeave(Weave weave, List<Registration> carrying) implements Weave {

        @Override
        public WeaveReport report() {
            return weave.report();
        }

        @Override
        public void close() {
            new Undoing().each(carrying, Registration::close).step(weave::close).done();
        }
    }

    /** Nothing was woven because nobody can. */
    private record NoWeave(String target) implements Weave {

        @Override
        public WeaveReport report() {
            NearMiss miss = new NearMiss(target, NearMiss.Reason.NO_AGENT, NO_AGENT_TEXT);
            return new WeaveReport(List.of(), List.of(), List.of(miss), true);
        }

        @Override
        public void close() {}
    }
}
