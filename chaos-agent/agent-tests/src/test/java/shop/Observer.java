package shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;

/**
 * An agent that comes after all others and writes down a class as they left it. Its argument is the file, an equals
 * sign and the class.
 */
public final class Observer {

    private Observer() {}

    public static void agentmain(String argument, Instrumentation instrumentation)
            throws ClassNotFoundException, UnmodifiableClassException {
        String[] parts = argument.split("=", -1);
        Class<?> observed = Class.forName(parts[1]);
        ClassFileTransformer transformer = new ClassFileTransformer() {
            @Override
            public byte[] transform(
                    ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
                if (type == observed) {
                    write(Path.of(parts[0]), classFile);
                }
                return null;
            }
        };
        instrumentation.addTransformer(transformer, true);
        instrumentation.retransformClasses(observed);
        instrumentation.removeTransformer(transformer);
    }

    private static void write(Path file, byte[] classFile) {
        try {
            Files.write(file, classFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
