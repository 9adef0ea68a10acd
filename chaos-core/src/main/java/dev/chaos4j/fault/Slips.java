package dev.chaos4j.fault;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What each slip makes of a value. */
final class Slips {

    private static final int THOUSAND = 1000;

    private Slips() {}

    /** The wrong value for a setting; empty if this slip cannot happen to it, or gives no value at all. */
    static Optional<String> wrong(SettingSlip slip, Setting setting) {
        Optional<String> value =
                switch (slip) {
                    case MISSING, SWAPPED -> Optional.empty();
                    case EMPTY -> some("");
                    case TRAILING_SPACE -> some(setting.value() + " ");
                    case WRONG_VALUE -> wrongValue(setting);
                    case OTHER_REGION -> otherRegion(setting);
                    case WRONG_HOST -> wrongHost(setting);
                    case WRONG_PORT -> wrongPort(setting);
                    case WRONG_SCHEME -> wrongScheme(setting);
                    case WRONG_PATH -> wrongPath(setting);
                    case ZERO -> zero(setting);
                    case NEGATIVE -> negative(setting);
                    case ONE -> one(setting);
                    case UNIT_SLIP -> unitSlip(setting);
                };
        return value.filter(wrong -> !wrong.equals(setting.value()));
    }

    private static Optional<String> some(String value) {
        return Optional.of(value);
    }

    private static Optional<String> wrongValue(Setting setting) {
        String value = setting.value();
        if (setting.isSwitch()) {
            return some(value.equalsIgnoreCase("true") ? "false" : "true");
        }
        boolean plain = !setting.isNumber() && !setting.hasUnit() && !setting.isRegion() && !setting.isAddress();
        return plain ? Optional.ofNullable(typo(value)) : Optional.empty();
    }

    /** Two letters that changed places, as near to the middle as possible. */
    private static @Nullable String typo(String value) {
        int places = value.length() - 1;
        for (int tried = 0; tried < places; tried++) {
            int at = (places / 2 + tried) % places;
            char left = value.charAt(at);
            char right = value.charAt(at + 1);
            if (left != right && Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right)) {
                return value.substring(0, at) + right + left + value.substring(at + 2);
            }
        }
        return null;
    }

    private static Optional<String> otherRegion(Setting setting) {
        return setting.isRegion()
                ? some(setting.value().equals("us-west-2") ? "us-east-1" : "us-west-2")
                : Optional.empty();
    }

    private static Optional<String> wrongHost(Setting setting) {
        return address(
                setting,
                parts -> text(parts.group(1)) + parts.group(2) + ".invalid" + text(parts.group(3))
                        + text(parts.group(4)));
    }

    private static Optional<String> wrongPort(Setting setting) {
        return address(setting, parts -> {
            String port = parts.group(3);
            return port == null
                    ? setting.value()
                    : text(parts.group(1)) + parts.group(2) + ":" + beside(Integer.parseInt(port.substring(1)))
                            + text(parts.group(4));
        });
    }

    private static int beside(int port) {
        return port >= 65_535 ? port - 1 : port + 1;
    }

    private static Optional<String> wrongScheme(Setting setting) {
        String value = setting.value();
        if (value.startsWith("https://")) {
            return some("http" + value.substring("https".length()));
        }
        return value.startsWith("http://") ? some("https" + value.substring("http".length())) : Optional.empty();
    }

    private static Optional<String> wrongPath(Setting setting) {
        return setting.value().matches("https?://.*")
                ? address(
                        setting,
                        parts -> text(parts.group(1)) + parts.group(2) + text(parts.group(3)) + "/wrong"
                                + text(parts.group(4)))
                : Optional.empty();
    }

    private static Optional<String> address(Setting setting, Function<Matcher, String> changed) {
        Matcher parts = Setting.ADDRESS.matcher(setting.value());
        return setting.isAddress() && parts.matches() ? some(changed.apply(parts)) : Optional.empty();
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static Optional<String> zero(Setting setting) {
        return setting.isNumber() ? some("0") : unit(setting, "0");
    }

    private static Optional<String> negative(Setting setting) {
        return (setting.isNumber() || setting.hasUnit()) && !setting.value().startsWith("0")
                ? some("-" + setting.value())
                : Optional.empty();
    }

    private static Optional<String> one(Setting setting) {
        return setting.isCapacity() ? some("1") : Optional.empty();
    }

    private static Optional<String> unit(Setting setting, String number) {
        Matcher parts = Setting.WITH_UNIT.matcher(setting.value());
        return parts.matches() ? some(number + parts.group(2) + parts.group(3)) : Optional.empty();
    }

    private static Optional<String> unitSlip(Setting setting) {
        Matcher parts = Setting.WITH_UNIT.matcher(setting.value());
        if (parts.matches()) {
            String other = parts.group(3).equals("s") ? "ms" : "s";
            return some(parts.group(1) + parts.group(2) + other);
        }
        if (!setting.isTime()) {
            return Optional.empty();
        }
        long number = Long.parseLong(setting.value());
        return some(Long.toString(number >= THOUSAND ? number / THOUSAND : number * THOUSAND));
    }
}
