package dev.chaos4j.examples.storefront.demo;

/**
 * What the demo is asked for.
 *
 * @param scenario the scenario's name in the catalogue
 * @param times how long its parts last
 */
record Options(String scenario, Times times) {
    private static final String OUTAGE = "--outage";

    /**
     * Reads arguments: {@code [--outage SECONDS] [SCENARIO]}.
     *
     * @throws IllegalArgumentException if one is wrong; the message says which, and what is allowed
     */
    static Options of(String... arguments) {
        String scenario = "";
        int seconds = Times.USUAL_SECONDS;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals(OUTAGE)) {
                i++;
                seconds = seconds(i < arguments.length ? arguments[i] : "nothing");
            } else if (argument.startsWith("-")) {
                throw new IllegalArgumentException(
                        "There is no option '" + argument + "'; there is " + OUTAGE + " SECONDS.");
            } else if (!scenario.isEmpty()) {
                throw new IllegalArgumentException(
                        "One scenario at a time, not '" + scenario + "' and '" + argument + "'.");
            } else {
                scenario = argument;
            }
        }
        return new Options(scenario.isEmpty() ? "s3-2017-wrong-input" : scenario, Times.ofOutage(seconds));
    }

    private static int seconds(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    OUTAGE + " takes a number of seconds, such as " + Times.USUAL_SECONDS + ", not " + text + ".", e);
        }
    }
}
