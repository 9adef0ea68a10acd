package dev.chaos4j.scenario;

import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.fault.Sequence;
import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.fault.Throttling;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.target.SettingTarget;
import dev.chaos4j.target.Target;

/** Which faults settings can have. Combinations that mean nothing are refused when they are made. */
final class SettingFaults {

    private SettingFaults() {}

    /**
     * The fault as it is for this target: the value of a reply at a setting becomes a wrong setting, which never shows
     * it, because it may be a secret.
     *
     * @throws IllegalArgumentException if the fault means nothing there
     */
    static Fault fit(Fault fault, Target target) {
        boolean ofSettings = target instanceof SettingTarget;
        if (fault instanceof Sequence sequence) {
            return Sequence.of(sequence.parts().stream()
                    .map(part -> ofSettings ? atSetting(part) : elsewhere(part))
                    .toArray(Fault[]::new));
        }
        return ofSettings ? atSetting(fault) : elsewhere(fault);
    }

    private static Fault elsewhere(Fault part) {
        boolean refuses = part instanceof Throttling throttling
                && throttling.refusal().filter(WrongSetting.class::isInstance).isPresent();
        if (part instanceof WrongSetting || refuses) {
            throw new IllegalArgumentException("'" + part.describe() + "' is for settings only; use it with"
                    + " Target.setting(\"...\"), or in a scenario file with target: {setting: ...}");
        }
        return part;
    }

    private static Fault atSetting(Fault part) {
        if (part instanceof Reply reply) {
            return wrongSetting(reply);
        }
        if (part instanceof Misconfiguration || part instanceof LostReply || part instanceof Throttling) {
            throw refused(part);
        }
        return part;
    }

    private static WrongSetting wrongSetting(Reply reply) {
        if (reply.isProtocol() || reply.isSupplied()) {
            throw refused(reply);
        }
        Object value = reply.value();
        return value == null ? WrongSetting.of(SettingSlip.MISSING) : WrongSetting.value(value.toString());
    }

    private static IllegalArgumentException refused(Fault part) {
        return new IllegalArgumentException("'" + part.describe() + "' means nothing where a setting is read; use"
                + " wrong-setting (WrongSetting.of(...)), a failure, latency or a hang");
    }
}
