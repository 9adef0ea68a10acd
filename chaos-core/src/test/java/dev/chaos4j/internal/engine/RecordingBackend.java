package dev.chaos4j.internal.engine;

import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.spi.Gate;
import dev.chaos4j.spi.InjectionBackend;
import dev.chaos4j.spi.Weave;
import dev.chaos4j.spi.WeaveException;
import dev.chaos4j.spi.WeaveReport;
import dev.chaos4j.target.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weaves nothing, says what would be woven now, and fails to restore it if told so. For one thread. */
final class RecordingBackend implements InjectionBackend {

    private final List<Target> woven = new ArrayList<>();
    private int carrying;
    private @Nullable String failure;

    void failAtClose(String message) {
        failure = message;
    }

    /** The targets that are woven now. */
    List<Target> woven() {
        return List.copyOf(woven);
    }

    /** How many want contexts to be carried now. */
    int carrying() {
        return carrying;
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public boolean supports(Target target) {
        return true;
    }

    @Override
    public Weave weave(Target target, Gate gate) {
        woven.add(target);
        return new Weave() {
            @Override
            public WeaveReport report() {
                return new WeaveReport(List.of(), List.of(), List.of(), true);
            }

            @Override
            public void close() {
                woven.remove(target);
                if (failure != null) {
                    throw new WeaveException(failure);
                }
            }
        };
    }

    @Override
    public Registration carryContexts() {
        carrying++;
        return () -> carrying--;
    }
}
