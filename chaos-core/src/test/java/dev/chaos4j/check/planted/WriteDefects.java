package dev.chaos4j.check.planted;

import static dev.chaos4j.check.planted.Lab.REFUSED;
import static dev.chaos4j.check.planted.Planted.inVirtualTime;

import dev.chaos4j.check.Ledger;
import dev.chaos4j.check.Verdict;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/** DL1, MT1. */
final class WriteDefects {

    private WriteDefects() {}

    static Stream<Planted> all() {
        return Stream.of(
                inVirtualTime(
                        "DL1",
                        "says yes before it has written, and drops what fails",
                        WriteDefects::drops,
                        WriteDefects::keeps),
                inVirtualTime(
                        "DL1", "a queue with a bound drops its oldest", lab -> queues(lab, 2), lab -> queues(lab, 10)),
                inVirtualTime(
                                "MT1",
                                "the fault is armed for a method that nobody calls",
                                WriteDefects::misses,
                                WriteDefects::keeps)
                        .expecting(Verdict.VACUOUS));
    }

    private static Played drops(Lab lab) {
        Ledger ledger = new Ledger();
        ActiveFault outage = lab.arm(REFUSED, Trigger.always());
        for (int i = 0; i < 5; i++) {
            String key = "order-" + i;
            lab.call("order", () -> {
                ledger.acknowledged(key);
                lab.store.put(key, "paid");
                return key;
            });
        }
        outage.close();
        ledger.readBack(lab.stored.keys());
        return lab.recording().with(ledger);
    }

    private static Played keeps(Lab lab) {
        return queues(lab, Integer.MAX_VALUE);
    }

    /** Acknowledges what it has queued; writes the queue once the store is back. */
    private static Played queues(Lab lab, int bound) {
        Ledger ledger = new Ledger();
        Deque<String> queue = new ArrayDeque<>();
        ActiveFault outage = lab.arm(REFUSED, Trigger.always());
        for (int i = 0; i < 5; i++) {
            String key = "order-" + i;
            lab.call("order", () -> {
                try {
                    lab.store.put(key, "paid");
                } catch (IOException down) {
                    queue.add(key);
                    if (queue.size() > bound) {
                        queue.remove();
                    }
                }
                ledger.acknowledged(key);
                return key;
            });
        }
        outage.close();
        for (String key : queue) {
            lab.call("drain", () -> {
                lab.store.put(key, "paid");
                return key;
            });
        }
        ledger.readBack(lab.stored.keys());
        return lab.recording().with(ledger);
    }

    private static Played misses(Lab lab) {
        lab.session.arm(REFUSED, Target.method(Store.class, "put"));
        lab.arm(REFUSED, Trigger.first(1));
        lab.calls(3, () -> lab.store.get("42"));
        return lab.recording();
    }
}
