package dev.chaos4j.junit;

import dev.chaos4j.configuration.SettingOutcome;
import dev.chaos4j.fault.SettingSlip;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the test once with the right settings and then once for each mistake that can be made with them, see
 * {@link dev.chaos4j.configuration.ConfigurationMistakes}. The test takes a {@link ConfigurationCase} and calls one of
 * its {@code judge} methods. After the last one, a table of all outcomes is published as a report entry and logged.
 *
 * <pre>{@code
 * @ConfigurationMistakesTest("settings")
 * void noMistakeGoesUnnoticed(ConfigurationCase configuration) throws Exception {
 *     configuration.judge(Shop::new, shop -> assertThat(shop.price("tea")).isEqualTo(3));
 * }
 *
 * static Map<String, String> settings() {
 *     return Map.of("prices.url", server.url(), "prices.timeout", "2s");
 * }
 * }</pre>
 */
@Documented
@ExtendWith(ConfigurationMistakesExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
public @interface ConfigurationMistakesTest {

    /**
     * The name of a method of the test class, static and without parameters, that gives the right settings as a
     * {@code Map<String, String>} (also {@link java.util.Properties}).
     */
    String value();

    /** Mistakes that are not tried. */
    SettingSlip[] except() default {};

    /** The outcomes that let a test pass. */
    SettingOutcome[] allowed() default {SettingOutcome.REFUSED, SettingOutcome.SURVIVED, SettingOutcome.DEGRADED};
}
