package dev.chaos4j.scenario;

import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.ListForm;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.OneOf;
import dev.chaos4j.internal.yaml.Scalars;
import dev.chaos4j.internal.yaml.WordForm;
import java.util.Arrays;
import java.util.List;

/** How a {@link WrongSetting} stands in a file: as the slip, or as a mapping with a value or two settings. */
final class WrongSettingForm {

    private static final List<SettingSlip> SINGLE = Arrays.stream(SettingSlip.values())
            .filter(slip -> slip != SettingSlip.SWAPPED)
            .toList();

    private static final Form<WrongSetting> SLIP = WordForm.of(SINGLE, SettingSlip::word)
            .as(WrongSetting::of, (WrongSetting wrong) -> wrong.slip().orElseThrow());

    private static final Form<WrongSetting> FULL = ObjectForm.choosing(
            "a wrong setting",
            new Keys<WrongSetting>()
                    .choice(
                            "value",
                            Scalars.ANY_TEXT,
                            wrong -> wrong.value().orElse(null),
                            WrongSetting::value,
                            "what is read instead")
                    .choice(
                            "swapped",
                            new ListForm<>(Scalars.TEXT, "the names of two settings", 2),
                            wrong -> wrong.pair().isEmpty() ? null : wrong.pair(),
                            WrongSettingForm::swapped,
                            "two settings, each of which has the other's value"));

    static final Form<WrongSetting> FORM = OneOf.way(
                    SLIP,
                    (WrongSetting wrong) ->
                            wrong.value().isEmpty() && wrong.pair().isEmpty())
            .or(FULL);

    private WrongSettingForm() {}

    private static WrongSetting swapped(List<String> names) {
        if (names.size() != 2) {
            throw new IllegalArgumentException(
                    "Two settings can be swapped, but " + names.size() + " are named: " + String.join(", ", names));
        }
        return WrongSetting.swapped(names.get(0), names.get(1));
    }
}
