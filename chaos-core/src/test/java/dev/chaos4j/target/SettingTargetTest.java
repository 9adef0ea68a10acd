package dev.chaos4j.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingTargetTest {

    private static final InjectionPoint PROPERTIES = point("java.util.Properties#getProperty");
    private static final InjectionPoint ENVIRONMENT = point("java.lang.System#getenv");

    private static InjectionPoint point(String key) {
        return InjectionPoint.ofClient(OperationKind.SETTING, key);
    }

    private static Operation read(String name, SettingSource source) {
        Map<String, String> attributes = Map.of("name", name, "source", source.word());
        return new Operation() {
            @Override
            public InjectionPoint point() {
                return PROPERTIES;
            }

            @Override
            public @Nullable String attribute(String attribute) {
                return attributes.get(attribute);
            }
        };
    }

    @Test
    void matchesByNameAndSource() {
        Operation region = read("s3.region", SettingSource.SYSTEM_PROPERTY);

        assertThat(Target.setting("s3.region").matches(region)).isTrue();
        assertThat(Target.setting("{s3,sqs}.*").matches(region)).isTrue();
        assertThat(Target.setting("S3.region").matches(region)).isFalse();
        assertThat(Target.setting("s3").matches(region)).isFalse();
        assertThat(Target.setting("*").from(SettingSource.SYSTEM_PROPERTY).matches(region))
                .isTrue();
        assertThat(Target.setting("*").from(SettingSource.PROPERTIES).matches(region))
                .isFalse();
    }

    @Test
    void concernsThePointsOfItsSourceOnly() {
        SettingTarget environment = Target.setting("S3_REGION").from(SettingSource.ENVIRONMENT);

        assertThat(environment.passes(ENVIRONMENT)).isTrue();
        assertThat(environment.passes(PROPERTIES)).isFalse();
        assertThat(Target.setting("*").passes(PROPERTIES)).isTrue();
        assertThat(Target.setting("*").passes(InjectionPoint.ofClient(OperationKind.HTTP, "x")))
                .isFalse();
    }

    @Test
    void describesItself() {
        SettingTarget target = Target.setting("s3.region").from(SettingSource.SPRING);

        assertThat(target).hasToString("setting name=s3.region source=spring");
        assertThat(target.source()).contains(SettingSource.SPRING);
    }

    @Test
    void refusesWhatCanNeverMatch() {
        assertThatIllegalArgumentException().isThrownBy(() -> Target.setting(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.setting("a").from(SettingSource.SPRING).from(SettingSource.TYPESAFE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingSource.of("system-propertie"))
                .withMessageContaining("did you mean system-property?");
    }
}
