package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.trigger.Dice;
import java.util.Locale;

/** Ids of an answer, in the form in which S3 writes them; the same for the same draw. */
record S3Ids(String request, String host) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    static S3Ids of(long draw) {
        return new S3Ids(text(draw, 16), "chaos4j/" + text(draw + 1, 48).toLowerCase(Locale.ROOT) + "=");
    }

    private static String text(long draw, int length) {
        var dice = Dice.sequence(draw);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(DIGITS.charAt((int) (dice.getAsDouble() * DIGITS.length())));
        }
        return text.toString();
    }
}
