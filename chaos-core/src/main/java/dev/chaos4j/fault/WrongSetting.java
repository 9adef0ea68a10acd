package dev.chaos4j.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A program reads a wrong value of a setting: one that was left out, mistyped, of another unit and so on, as {@link
 * SettingSlip} lists them, or one that is given. For targets of kind {@code setting}. The program converts what it reads
 * as it always does. Values are never part of descriptions, and therefore never in journals, logs and reports. Immutable.
 */
public final class WrongSetting implements Outcome {

    private final @Nullable SettingSlip slip;
    private final @Nullable String value;
    private final List<String> pair;

    private WrongSetting(@Nullable SettingSlip slip, @Nullable String value, List<String> pair) {
        this.slip = slip;
        this.value = value;
        this.pair = List.copyOf(pair);
    }

    /**
     * What this slip makes of the right value.
     *
     * @throws IllegalArgumentException if it is {@link SettingSlip#SWAPPED}, which needs two settings
     */
    public static WrongSetting of(SettingSlip slip) {
        if (slip == SettingSlip.SWAPPED) {
            throw new IllegalArgumentException("To swap two settings, say which: WrongSetting.swapped(\"primary.host\","
                    + " \"replica.host\") at Target.setting(\"{primary,replica}.host\")");
        }
        return new WrongSetting(slip, null, List.of());
    }

    /** This value instead of the right one. */
    public static WrongSetting value(String wrong) {
        return new WrongSetting(null, wrong, List.of());
    }

    /**
     * Each of two settings has the value of the other. The target must match both; where it matches one only, that one
     * has the other's value.
     *
     * @throws IllegalArgumentException if they are the same
     */
    public static WrongSetting swapped(String one, String other) {
        if (one.equals(other)) {
            throw new IllegalArgumentException("'" + one + "' cannot be swapped with itself; name two settings");
        }
        return new WrongSetting(SettingSlip.SWAPPED, null, List.of(one, other));
    }

    /** The slip; empty if the wrong value is given. */
    public Optional<SettingSlip> slip() {
        return Optional.ofNullable(slip);
    }

    /** The wrong value, if one is given. */
    public Optional<String> value() {
        return Optional.ofNullable(value);
    }

    /** The two settings that are swapped; else none. */
    public List<String> pair() {
        return pair;
    }

    /**
     * What is read instead of the right value.
     *
     * @param right the setting as it is
     * @param others gives the right value of another setting by its name, null if that is not set
     * @return null if the setting seems to be left out
     * @throws IllegalArgumentException if this mistake cannot be made with this setting; the message says why, without
     *     its value
     */
    public @Nullable String instead(Setting right, Others others) {
        if (slip == null) {
            return value;
        }
        return switch (slip) {
            case MISSING -> null;
            case SWAPPED -> fromPartner(right.key(), others);
            default ->
                right.wrong(slip)
                        .orElseThrow(() -> new IllegalArgumentException("what '" + right.key()
                                + "' holds cannot be wrong in this way (" + slip.words()
                                + "): choose another slip, or give a wrong value"));
        };
    }

    private @Nullable String fromPartner(String key, Others others) {
        int at = pair.indexOf(key);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "'" + key + "' is neither of the settings that are swapped, " + String.join(" and ", pair));
        }
        String partner = pair.get(1 - at);
        String found = others.valueOf(partner);
        if (found == null) {
            throw new IllegalArgumentException("'" + key + "' cannot be swapped with '" + partner
                    + "': that is not set where '" + key + "' is read");
        }
        return found;
    }

    @Override
    public String kind() {
        return "wrong-setting";
    }

    @Override
    public Placement placement() {
        return Placement.BEFORE;
    }

    @Override
    public String describe() {
        String what = slip == null ? "with another value" : slip.word();
        return "wrong-setting " + what + (pair.isEmpty() ? "" : " " + String.join(" and ", pair));
    }

    @Override
    public void contribute(Decision.Builder decision, DoubleSupplier dice) {
        decision.end(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WrongSetting wrong
                && slip == wrong.slip
                && Arrays.asList(value, pair).equals(Arrays.asList(wrong.value, wrong.pair));
    }

    @Override
    public int hashCode() {
        return Arrays.asList(slip, value, pair).hashCode();
    }

    @Override
    public String toString() {
        return describe();
    }

    /** The other settings at the place where one is read. */
    @FunctionalInterface
    public interface Others {

        /** The right value of this setting; null if it is not set. */
        @Nullable
        String valueOf(String name);
    }
}
