package dev.chaos4j.examples.settings;

/** A setting is wrong, and this is the one. */
final class BadSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String setting;

    BadSettingException(String setting, String why) {
        super(setting + " cannot be used: " + why);
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
