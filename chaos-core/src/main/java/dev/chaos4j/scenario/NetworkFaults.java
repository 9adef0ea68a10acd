package dev.chaos4j.scenario;

import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.BrokenStream;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.fault.Sequence;
import dev.chaos4j.fault.Throttling;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.OperationKind;
import dev.chaos4j.target.Target;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** At which operation of the network a fault shows. Combinations that mean nothing are refused when they are made. */
final class NetworkFaults {

    private NetworkFaults() {}

    /**
     * The target, narrowed to the operation at which the fault shows, unless it says which; targets of other kinds as
     * they are.
     *
     * @throws IllegalArgumentException if the fault cannot show there
     */
    static Target place(Fault fault, Target target) {
        List<Fault> parts = fault instanceof Sequence sequence ? sequence.parts() : List.of(fault);
        parts.forEach(part -> MistakePlaces.requireMet(part, target));
        if (target.kind() != OperationKind.NETWORK) {
            parts.forEach(part -> requireNoStream(part, target));
        }
        parts.forEach(part -> JdbcFaults.requireMet(part, target));
        if (!(target instanceof NetworkTarget network)) {
            return target;
        }
        parts.forEach(NetworkFaults::requireShown);
        if (network.isAlreadyOpen() && network.operation().isEmpty()) {
            return whereOpen(fault, parts, network);
        }
        NetworkOperation asked = network.operation().orElseGet(() -> usual(parts, network));
        if (parts.stream().anyMatch(part -> !operations(part).contains(asked))) {
            throw new IllegalArgumentException("'" + fault.describe() + "' cannot happen at operation " + asked.word()
                    + "; leave out the operation, or use " + words(parts));
        }
        return network.operation().isPresent() ? network : network.operation(asked);
    }

    /** At both, the next read and the next write, if it can show at both. */
    private static NetworkTarget whereOpen(Fault fault, List<Fault> parts, NetworkTarget network) {
        Set<NetworkOperation> all = EnumSet.of(NetworkOperation.READ, NetworkOperation.WRITE);
        parts.forEach(part -> all.retainAll(operations(part)));
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + fault.describe() + "' cannot happen to a connection that is already"
                            + " open; arm it at the target without that, and cut what is open with"
                            + " Failure.network(CONNECTION_RESET) at this one");
        }
        return all.size() == 1 ? network.operation(all.iterator().next()) : network;
    }

    private static String words(List<Fault> parts) {
        Set<NetworkOperation> all = EnumSet.allOf(NetworkOperation.class);
        parts.forEach(part -> all.retainAll(operations(part)));
        return all.isEmpty()
                ? "one fault for each operation"
                : all.stream().map(NetworkOperation::word).collect(Collectors.joining(" or "));
    }

    /** The operation at which the network would show it. */
    private static NetworkOperation usual(List<Fault> parts, NetworkTarget network) {
        if (network.attributes().containsKey("server-name")) {
            return NetworkOperation.HANDSHAKE;
        }
        for (Fault part : parts) {
            if (is(part, NetworkError.CONNECTION_RESET) || is(part, NetworkError.READ_TIMEOUT)) {
                return NetworkOperation.READ;
            }
            if (is(part, NetworkError.HANDSHAKE_FAILED)) {
                return NetworkOperation.HANDSHAKE;
            }
            if (isAnswer(part) || (concernsName(part) && isOnlyOfHosts(network))) {
                return NetworkOperation.RESOLVE;
            }
        }
        return NetworkOperation.CONNECT;
    }

    /** The operations at which it means something. */
    private static Set<NetworkOperation> operations(Fault part) {
        if (part instanceof Throttling throttling) {
            return throttling.refusal().map(NetworkFaults::operations).orElse(EnumSet.of(NetworkOperation.CONNECT));
        }
        if (isAnswer(part)) {
            return EnumSet.of(NetworkOperation.RESOLVE);
        }
        if (concernsName(part)) {
            return EnumSet.of(NetworkOperation.RESOLVE, NetworkOperation.CONNECT);
        }
        if (concernsConnecting(part)) {
            return EnumSet.of(NetworkOperation.CONNECT);
        }
        if (is(part, NetworkError.READ_TIMEOUT)) {
            return EnumSet.of(NetworkOperation.READ);
        }
        if (is(part, NetworkError.HANDSHAKE_FAILED)) {
            return EnumSet.of(NetworkOperation.HANDSHAKE);
        }
        return is(part, NetworkError.CONNECTION_RESET)
                ? EnumSet.of(NetworkOperation.CONNECT, NetworkOperation.READ, NetworkOperation.WRITE)
                : EnumSet.allOf(NetworkOperation.class);
    }

    private static boolean isOnlyOfHosts(NetworkTarget network) {
        return !network.attributes().containsKey("port")
                && !network.attributes().containsKey("address");
    }

    private static void requireShown(Fault part) {
        if (part instanceof Throttling throttling) {
            throttling.refusal().ifPresent(NetworkFaults::requireShown);
        }
        if (part instanceof Reply || part instanceof LostReply || part instanceof Corruption) {
            throw refused(part, "the network carries bytes and knows no answers");
        }
        if (part instanceof Misconfiguration wrong && !MistakePlaces.isOfNetwork(wrong.mistake())) {
            throw refused(part, "only the service itself would notice");
        }
    }

    /** What goes over a connection can be reached where connections are made only. */
    private static void requireNoStream(Fault part, Target target) {
        if (part instanceof Throttling throttling) {
            throttling.refusal().ifPresent(refusal -> requireNoStream(refusal, target));
        }
        if (isStream(part)) {
            throw new IllegalArgumentException("'" + part.describe() + "' cannot be injected at '" + target.describe()
                    + "': it happens to the bytes of a connection, which are the network's; use a target of kind"
                    + " network, for example Target.network().host(...).port(...)");
        }
    }

    private static boolean isStream(Fault part) {
        return part instanceof Bandwidth || part instanceof BrokenStream;
    }

    private static IllegalArgumentException refused(Fault part, String why) {
        return new IllegalArgumentException("'" + part.describe() + "' cannot be injected at a network target: " + why
                + "; use a target of kind http, aws or method");
    }

    private static boolean concernsName(Fault part) {
        return is(part, NetworkError.UNKNOWN_HOST)
                || (part instanceof Misconfiguration wrong && wrong.mistake() == Mistake.WRONG_HOST);
    }

    private static boolean isAnswer(Fault part) {
        return part instanceof Misconfiguration wrong && MistakePlaces.isOfNames(wrong.mistake());
    }

    private static boolean concernsConnecting(Fault part) {
        return is(part, NetworkError.CONNECTION_REFUSED)
                || is(part, NetworkError.CONNECT_TIMEOUT)
                || is(part, NetworkError.NO_ROUTE)
                || (part instanceof Misconfiguration wrong && wrong.mistake() != Mistake.WRONG_HOST)
                || isStream(part);
    }

    private static boolean is(Fault part, NetworkError error) {
        return part instanceof Failure failure
                && failure.network().filter(error::equals).isPresent();
    }
}
