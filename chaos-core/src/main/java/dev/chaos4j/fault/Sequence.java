package dev.chaos4j.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/** Several faults at one operation, one after the other: for example latency, then a failure. */
public final class Sequence implements Fault {

    private final List<Fault> parts;

    private Sequence(List<Fault> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * The faults in their order; sequences inside are flattened.
     *
     * @throws IllegalArgumentException if a fault follows one that already ends the call, or if there is none
     */
    public static Sequence of(Fault... faults) {
        List<Fault> parts = new ArrayList<>();
        for (Fault fault : faults) {
            if (fault instanceof Sequence sequence) {
                sequence.parts.forEach(part -> add(parts, part));
            } else {
                add(parts, fault);
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A sequence needs at least one fault");
        }
        return new Sequence(parts);
    }

    private static void add(List<Fault> parts, Fault next) {
        if (!parts.isEmpty() && parts.get(parts.size() - 1) instanceof Outcome last) {
            throw new IllegalArgumentException("Nothing can follow '" + last.describe()
                    + "' because it already ends the call; put '" + next.describe() + "' before it");
        }
        parts.add(next);
    }

    /** The parts in their order; at least one. */
    public List<Fault> parts() {
        return parts;
    }

    @Override
    public String kind() {
        return "sequence";
    }

    @Override
    public Placement placement() {
        return parts.get(parts.size() - 1).placement();
    }

    @Override
    public String describe() {
        return parts.stream().map(Fault::describe).collect(Collectors.joining(", then "));
    }

    @Override
    public void contribute(Decision.Builder decision, DoubleSupplier dice) {
        for (Fault part : parts) {
            part.contribute(decision, dice);
        }
    }

    @Override
    public String toString() {
        return describe();
    }
}
