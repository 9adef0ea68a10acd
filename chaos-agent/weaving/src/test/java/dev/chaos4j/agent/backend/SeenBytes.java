package dev.chaos4j.agent.backend;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** A transformer that comes after all others and sees what they have made of a class. */
final class SeenBytes implements ClassFileTransformer {

    private final Class<?> type;
    private byte @Nullable [] seen;

    private SeenBytes(Class<?> type) {
        this.type = type;
    }

    static byte[] of(Class<?> type) throws UnmodifiableClassException {
        SeenBytes last = new SeenBytes(type);
        Rig.INSTRUMENTATION.addTransformer(last, true);
        try {
            Rig.INSTRUMENTATION.retransformClasses(type);
        } finally {
            Rig.INSTRUMENTATION.removeTransformer(last);
        }
        byte[] found = last.seen;
        if (found == null) {
            throw new AssertionError("the JVM did not offer " + type + " to transformers");
        }
        return found;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (redefined == type) {
            seen = classFile.clone();
        }
        return null;
    }
}
