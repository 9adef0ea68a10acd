package dev.chaos4j.scenario;

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
import dev.chaos4j.target.Target;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** At which operation of the network a fault shows. Combinations that mean nothing are refused when they are made. */
final class NetworkFaults {

    private static final Set<NetworkError> OF_OPEN_CONNECTIONS =
            EnumSet.of(NetworkError.READ_TIMEOUT, NetworkError.CONNECTION_RESET);
    private static final Set<Mistake> OF_ENDPOINTS = EnumSet.of(Mistake.WRONG_HOST, Mistake.WRONG_PORT);

    private NetworkFaults() {}

    /**
     * The target, narrowed to the operation at which the fault shows, unless it says which; targets of other kinds as
     * they are.
     *
     * @throws IllegalArgumentException if the fault cannot show there
     */
    static Target place(Fault fault, Target target) {
        if (!(target instanceof NetworkTarget network)) {
            return target;
        }
        List<Fault> parts = fault instanceof Sequence sequence ? sequence.parts() : List.of(fault);
        parts.forEach(NetworkFaults::requireShown);
        boolean ofName = parts.stream().anyMatch(NetworkFaults::concernsName);
        boolean onlyWhenConnecting = parts.stream().anyMatch(NetworkFaults::concernsConnection);
        if (network.operation().isEmpty()) {
            return network.operation(
                    ofName && isOnlyOfHosts(network) ? NetworkOperation.RESOLVE : NetworkOperation.CONNECT);
        }
        if (onlyWhenConnecting && network.operation().get() == NetworkOperation.RESOLVE) {
            throw new IllegalArgumentException("'" + fault.describe()
                    + "' cannot happen while a name is resolved; leave out the operation, or use operation connect");
        }
        return network;
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
        if (part instanceof Failure failure
                && failure.network().filter(OF_OPEN_CONNECTIONS::contains).isPresent()) {
            throw refused(part, "it happens on open connections, and a network target is for resolving and connecting");
        }
        if (part instanceof Misconfiguration wrong && !OF_ENDPOINTS.contains(wrong.mistake())) {
            throw refused(part, "the network knows hosts and ports only");
        }
    }

    private static IllegalArgumentException refused(Fault part, String why) {
        return new IllegalArgumentException("'" + part.describe() + "' cannot be injected at a network target: " + why
                + "; use a target of kind http, aws or method");
    }

    private static boolean concernsName(Fault part) {
        return is(part, NetworkError.UNKNOWN_HOST) || is(part, Mistake.WRONG_HOST);
    }

    private static boolean concernsConnection(Fault part) {
        return is(part, NetworkError.CONNECTION_REFUSED)
                || is(part, NetworkError.CONNECT_TIMEOUT)
                || is(part, NetworkError.NO_ROUTE)
                || is(part, Mistake.WRONG_PORT);
    }

    private static boolean is(Fault part, NetworkError error) {
        return part instanceof Failure failure
                && failure.network().filter(error::equals).isPresent();
    }

    private static boolean is(Fault part, Mistake mistake) {
        return part instanceof Misconfiguration wrong && wrong.mistake() == mistake;
    }
}
