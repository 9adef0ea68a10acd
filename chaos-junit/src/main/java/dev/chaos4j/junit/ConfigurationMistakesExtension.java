package dev.chaos4j.junit;

import dev.chaos4j.configuration.ConfigurationMistakes;
import dev.chaos4j.configuration.SettingMistake;
import dev.chaos4j.configuration.SettingResult;
import dev.chaos4j.report.ConfigurationReport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays a {@link ConfigurationMistakesTest}. */
final class ConfigurationMistakesExtension implements TestTemplateInvocationContextProvider {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationMistakesTest.class);
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ConfigurationMistakesExtension.class);

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        ConfigurationMistakesTest test = AnnotationSupport.findAnnotation(
                        context.getRequiredTestMethod(), ConfigurationMistakesTest.class)
                .orElseThrow();
        Map<String, String> settings = settings(context.getRequiredTestClass(), test.value());
        Results results = new Results(context, Set.copyOf(List.of(test.allowed())));
        context.getStore(NAMESPACE).put(Results.class, results);
        Stream<ConfigurationCase> wrong =
                mistakes(test, settings).stream().map(mistake -> ConfigurationCase.wrong(mistake, results));
        return Stream.concat(Stream.of(ConfigurationCase.right(settings)), wrong)
                .map(Invocation::new);
    }

    private static List<SettingMistake> mistakes(ConfigurationMistakesTest test, Map<String, String> settings) {
        List<SettingMistake> mistakes = ConfigurationMistakes.of(settings).stream()
                .filter(mistake -> !List.of(test.except()).contains(mistake.slip()))
                .toList();
        if (mistakes.isEmpty()) {
            throw new ExtensionConfigurationException("@ConfigurationMistakesTest(\"" + test.value()
                    + "\") leaves out every mistake, so that it would try none; shorten except = {...}");
        }
        return mistakes;
    }

    private static Map<String, String> settings(Class<?> testClass, String name) {
        Method method = method(testClass, name);
        try {
            method.setAccessible(true);
            if (method.invoke(null) instanceof Map<?, ?> given) {
                Map<String, String> settings = new LinkedHashMap<>();
                given.forEach((key, value) -> settings.put(text(name, key), text(name, value)));
                return settings;
            }
        } catch (InvocationTargetException ofTheUser) {
            throw new ExtensionConfigurationException(
                    "The settings of @ConfigurationMistakesTest(\"" + name + "\") could not be made",
                    ofTheUser.getCause());
        } catch (IllegalAccessException unexpected) {
            throw new ExtensionConfigurationException("Cannot call " + method, unexpected);
        }
        throw new ExtensionConfigurationException(name + "() of @ConfigurationMistakesTest must give a Map of settings,"
                + " but gave something else or null");
    }

    private static String text(String name, @Nullable Object part) {
        if (part == null) {
            throw new ExtensionConfigurationException(name + "() of @ConfigurationMistakesTest gives a setting that is"
                    + " null; leave out what is not set");
        }
        return part.toString();
    }

    private static Method method(Class<?> testClass, String name) {
        for (Class<?> type = testClass; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name)
                        && method.getParameterCount() == 0
                        && Modifier.isStatic(method.getModifiers())) {
                    return method;
                }
            }
        }
        throw new ExtensionConfigurationException("@ConfigurationMistakesTest(\"" + name + "\"): there is no static"
                + " method " + name + "() without parameters in " + testClass.getName()
                + "; write one that gives the right settings as a Map<String, String>");
    }

    /** One run, with its parameter. */
    private record Invocation(ConfigurationCase given) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int number) {
            return "[" + number + "] " + given.title();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new GivenCase(given), (AfterTestExecutionCallback) this::requireJudged);
        }

        private void requireJudged(ExtensionContext context) {
            if (!given.judged() && context.getExecutionException().isEmpty()) {
                throw new AssertionError(context.getRequiredTestMethod().getName()
                        + " judged nothing, so it shows nothing; take a ConfigurationCase and call judge(...)");
            }
        }
    }

    private record GivenCase(ConfigurationCase given) implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ConfigurationCase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return given;
        }
    }

    /** Collects the results of one test and publishes them when JUnit closes what its store holds. Thread-safe. */
    private static final class Results implements Consumer<SettingResult>, AutoCloseable {

        private final ExtensionContext context;
        private final Set<?> allowed;
        private final List<SettingResult> all = Collections.synchronizedList(new ArrayList<>());

        Results(ExtensionContext context, Set<?> allowed) {
            this.context = context;
            this.allowed = allowed;
        }

        @Override
        public void accept(SettingResult result) {
            all.add(result);
            if (!allowed.contains(result.outcome())) {
                throw new MistakeNotCaughtError(result);
            }
        }

        @Override
        public void close() {
            if (!all.isEmpty()) {
                String table = ConfigurationReport.of(List.copyOf(all)).toText();
                context.publishReportEntry("configuration mistakes", table);
                LOG.info("Configuration mistakes of {}\n{}", context.getDisplayName(), table);
            }
        }
    }
}
