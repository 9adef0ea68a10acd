package dev.chaos4j.examples.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The file from which the settings are read, again and again.
 *
 * @param file a properties file
 */
public record SettingsFile(Path file) {

    /** The settings as they stand there now; those that are missing are left out. */
    public Map<String, String> read() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : PriceSettings.NAMES) {
            String value = properties.getProperty(name);
            if (value != null) {
                settings.put(name, value);
            }
        }
        return settings;
    }
}
