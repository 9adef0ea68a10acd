package dev.chaos4j.scenario;

import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.Throttling;
import dev.chaos4j.target.OperationKind;
import dev.chaos4j.target.Target;
import java.util.EnumSet;
import java.util.Set;

/** At which kinds of targets a mistake can be met. */
final class MistakePlaces {

    private static final Set<Mistake> BELOW_PROTOCOLS = EnumSet.of(
            Mistake.OTHER_PROTOCOL,
            Mistake.WRONG_SCHEME,
            Mistake.EXPIRED_CERTIFICATE,
            Mistake.NOT_YET_VALID_CERTIFICATE,
            Mistake.WRONG_CERTIFICATE_NAME,
            Mistake.UNTRUSTED_CERTIFICATE,
            Mistake.OLD_TLS,
            Mistake.OTHER_ADDRESSES,
            Mistake.STALE_ANSWER);

    private static final Set<Mistake> OF_NAMES = EnumSet.of(Mistake.OTHER_ADDRESSES, Mistake.STALE_ANSWER);

    private static final Set<Mistake> OF_SERVICES = EnumSet.of(
            Mistake.WRONG_REGION,
            Mistake.WRONG_CREDENTIALS,
            Mistake.EXPIRED_CREDENTIALS,
            Mistake.WRONG_ACCOUNT,
            Mistake.WRONG_NAME,
            Mistake.WRONG_SCHEMA);

    private MistakePlaces() {}

    /**
     * Does nothing if it can be met there.
     *
     * @throws IllegalArgumentException if it is met below the target's protocol
     */
    static void requireMet(Fault part, Target target) {
        if (part instanceof Throttling throttling) {
            throttling.refusal().ifPresent(refusal -> requireMet(refusal, target));
        }
        boolean ofProtocol = target.kind() == OperationKind.HTTP || target.kind() == OperationKind.AWS;
        if (ofProtocol && part instanceof Misconfiguration wrong && BELOW_PROTOCOLS.contains(wrong.mistake())) {
            String instead = isOfNames(wrong.mistake())
                    ? "where a name is resolved; use a network target with the host alone, for example"
                            + " Target.network().host(\"inventory.example\")"
                    : "where the connection is opened; use a network target, for example"
                            + " Target.network().host(\"inventory.example\").port(443)";
            throw new IllegalArgumentException("'" + part.describe() + "' cannot be injected at '" + target.describe()
                    + "': it is met below the protocol, " + instead);
        }
    }

    /** Whether it is an answer to the question for a name's addresses, and nothing else. */
    static boolean isOfNames(Mistake mistake) {
        return OF_NAMES.contains(mistake);
    }

    /** Whether it is met at the network: a service's own answer is not. */
    static boolean isOfNetwork(Mistake mistake) {
        return !OF_SERVICES.contains(mistake);
    }
}
