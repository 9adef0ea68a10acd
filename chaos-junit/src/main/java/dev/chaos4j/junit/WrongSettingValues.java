package dev.chaos4j.junit;

import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.junit.internal.BadValue;
import dev.chaos4j.target.SettingTarget;
import dev.chaos4j.target.Target;
import java.util.Arrays;

/** What {@link InjectWrongSetting} says. */
final class WrongSettingValues {

    private WrongSettingValues() {}

    /** What is wrong. */
    static WrongSetting fault(InjectWrongSetting from) {
        int given = from.as().length + count(from.value()) + count(from.swappedWith());
        if (given != 1) {
            throw BadValue.combination(
                    given == 0 ? "" : "as, value, swappedWith",
                    (given == 0 ? "it does not say what is wrong" : "a setting is wrong in one way at a time")
                            + "; give one of as = SettingSlip.ZERO, value = \"us-west-2\" or swappedWith ="
                            + " \"replica.host\"");
        }
        if (from.as().length == 1) {
            return slip(from.as()[0]);
        }
        return from.value().isEmpty() ? swapped(from) : WrongSetting.value(from.value());
    }

    private static int count(String text) {
        return text.isEmpty() ? 0 : 1;
    }

    private static WrongSetting slip(SettingSlip slip) {
        if (slip == SettingSlip.SWAPPED) {
            throw BadValue.value("as", slip, "it takes two settings; use swappedWith = \"replica.host\"");
        }
        return WrongSetting.of(slip);
    }

    private static WrongSetting swapped(InjectWrongSetting from) {
        if (!from.setting().matches("[^*?{},]+")) {
            throw BadValue.text("setting", from.setting(), "only a setting given by its name can be swapped", null);
        }
        try {
            return WrongSetting.swapped(from.setting(), from.swappedWith());
        } catch (IllegalArgumentException same) {
            throw BadValue.text("swappedWith", from.swappedWith(), String.valueOf(same.getMessage()), null);
        }
    }

    /** Which setting. */
    static Target target(InjectWrongSetting from) {
        String name =
                from.swappedWith().isEmpty() ? from.setting() : "{" + from.setting() + "," + from.swappedWith() + "}";
        try {
            SettingTarget target = Target.setting(name);
            if (from.source().length > 1) {
                throw BadValue.value(
                        "source", Arrays.toString(from.source()), "name one source, or none for reads anywhere");
            }
            return from.source().length == 0 ? target : target.from(from.source()[0]);
        } catch (IllegalArgumentException refused) {
            throw BadValue.text("setting", from.setting(), String.valueOf(refused.getMessage()), null);
        }
    }
}
