package dev.chaos4j.journal;

import dev.chaos4j.journal.Entry.Armed;
import dev.chaos4j.journal.Entry.Disarmed;
import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.journal.Entry.NotApplied;
import dev.chaos4j.journal.Entry.Released;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts the windows of faults together; a name may be armed again once it is disarmed. */
final class WindowAssembler {

    private final List<Parts> all = new ArrayList<>();

    void open(Armed armed) {
        all.add(new Parts(armed.fault(), armed));
    }

    void close(Disarmed disarmed) {
        latest(disarmed.fault(), window -> window.disarmed == null).disarmed = disarmed;
    }

    /** A call that was on its way when the fault was disarmed may be recorded after that. */
    void fired(Injected injected) {
        latest(injected.fault(), window -> true).injections.add(injected);
    }

    /** Instead of {@link #fired}, for a firing that was not carried out. */
    void notApplied(NotApplied instead) {
        latest(instead.fault(), window -> true).notApplied.add(instead);
    }

    void released(Released released) {
        latest(released.fault(), window -> true).released.add(released);
    }

    private Parts latest(String fault, Predicate<Parts> which) {
        for (int at = all.size() - 1; at >= 0; at--) {
            Parts window = all.get(at);
            if (window.fault.equals(fault) && which.test(window)) {
                return window;
            }
        }
        Parts armedBefore = new Parts(fault, null);
        all.add(0, armedBefore);
        return armedBefore;
    }

    List<FaultWindow> windows() {
        return all.stream()
                .map(window -> new FaultWindow(
                        window.fault,
                        window.armed,
                        window.disarmed,
                        window.released,
                        window.injections,
                        window.notApplied))
                .toList();
    }

    private static final class Parts {
        final String fault;
        final @Nullable Armed armed;
        final List<Released> released = new ArrayList<>();
        final List<Injected> injections = new ArrayList<>();
        final List<NotApplied> notApplied = new ArrayList<>();

        @Nullable
        Disarmed disarmed;

        Parts(String fault, @Nullable Armed armed) {
            this.fault = fault;
            this.armed = armed;
        }
    }
}
