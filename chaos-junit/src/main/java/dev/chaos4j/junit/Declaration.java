package dev.chaos4j.junit;

import dev.chaos4j.junit.internal.BadValue;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * One of our annotations where somebody wrote it.
 *
 * @param annotation the annotation
 * @param place the element that bears it, as messages call it
 * @param distance how far from the test method, 0 for the method itself: classes, their superclasses and the enclosing
 *     classes follow
 */
record Declaration(Annotation annotation, String place, int distance) {

    /** For example {@code @InjectLatency on CheckoutTest#pays()}. */
    String origin() {
        return origin("");
    }

    private String origin(String written) {
        String attributes = written.isEmpty() ? "" : "(" + written + ")";
        return "@" + annotation.annotationType().getSimpleName() + attributes + " on " + place;
    }

    /** What JUnit reports for an annotation that cannot be meant so. */
    ExtensionConfigurationException refused(BadValue bad) {
        return new ExtensionConfigurationException(origin(bad.written()) + ": " + bad.why());
    }
}
