package dev.chaos4j.agent.backend;

import dev.chaos4j.agent.bridge.Bridge;
import dev.chaos4j.spi.WeaveException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the bridge to the bootstrap loader: straight, through the JDK's internal {@code Unsafe}, which needs no file
 * and keeps class data sharing; where that is gone, through a temporary jar on the bootstrap class path. Touches no
 * class of the bridge before it is there.
 */
final class BridgeInstaller {

    private static final String PACKAGE = "dev.chaos4j.agent.bridge.";

    /** Supertypes first: each is defined on its own. */
    static final List<String> CLASSES =
            List.of("Site", "Token$Ending", "Token", "SkipToken", "Nesting$Popping", "Nesting", "Handler", "Bridge");

    private BridgeInstaller() {}

    /**
     * Installs the bridge unless it is there.
     *
     * @throws WeaveException if another version is there, or something loaded it elsewhere before
     */
    static void install(Instrumentation instrumentation) {
        Class<?> present = find(null);
        if (present == null) {
            Map<String, byte[]> classFiles = read();
            if (!tryDefine(instrumentation, classFiles)) {
                append(instrumentation, classFiles);
            }
            present = find(null);
        }
        requireSameVersion(present);
        CLASSES.forEach(BridgeInstaller::requireFromBootstrap);
    }

    /** A copy of the bridge in our own loader would be another bridge than the one that woven code reaches. */
    private static void requireFromBootstrap(String simpleName) {
        try {
            Class<?> ours = Class.forName(PACKAGE + simpleName, false, BridgeInstaller.class.getClassLoader());
            if (ours.getClassLoader() != null) {
                throw new WeaveException("The class " + ours.getName() + " was loaded by " + ours.getClassLoader()
                        + " before the agent was installed, so woven code would reach another copy of it; find who"
                        + " touched it, or call EmbeddedAgent.install() before, or start the JVM with"
                        + " -javaagent:chaos-agent.jar");
            }
        } catch (ClassNotFoundException hidden) {
            throw new WeaveException(
                    "The loader " + BridgeInstaller.class.getClassLoader()
                            + " does not find the bridge, because it does not ask the bootstrap loader",
                    hidden);
        }
    }

    /** The bridge as a loader finds it, null for the bootstrap loader. */
    static @Nullable Class<?> find(@Nullable ClassLoader loader) {
        try {
            return Class.forName(PACKAGE + "Bridge", false, loader);
        } catch (ClassNotFoundException notThere) {
            return null;
        }
    }

    private static void requireSameVersion(@Nullable Class<?> present) {
        try {
            int version = present == null ? 0 : present.getField("VERSION").getInt(null);
            // a constant: reading it touches no class
            if (version != Bridge.VERSION) {
                throw new WeaveException("The bridge of another Chaos4j is in this JVM (version " + version
                        + ", needed is " + Bridge.VERSION + "); it stays until the JVM ends: restart it, or use the"
                        + " same version of Chaos4j for the agent and for the tests");
            }
        } catch (ReflectiveOperationException notOurs) {
            throw new WeaveException("There is a class " + PACKAGE + "Bridge in this JVM that is not ours", notOurs);
        }
    }

    private static Map<String, byte[]> read() {
        Map<String, byte[]> classFiles = new LinkedHashMap<>();
        for (String simpleName : CLASSES) {
            String path = (PACKAGE + simpleName).replace('.', '/') + ".class";
            try (InputStream in = BridgeInstaller.class.getClassLoader().getResourceAsStream(path)) {
                if (in == null) {
                    throw new WeaveException("The class file " + path + " is missing from the class path; the artifact"
                            + " chaos-agent-bridge (or the whole chaos-agent.jar) must be there");
                }
                classFiles.put(PACKAGE + simpleName, in.readAllBytes());
            } catch (IOException unreadable) {
                throw new WeaveException("The class file " + path + " cannot be read", unreadable);
            }
        }
        return classFiles;
    }

    private static boolean tryDefine(Instrumentation instrumentation, Map<String, byte[]> classFiles) {
        try {
            Module javaBase = Object.class.getModule();
            instrumentation.redefineModule(
                    javaBase,
                    Set.of(),
                    Map.of("jdk.internal.misc", Set.of(BridgeInstaller.class.getModule())),
                    Map.of(),
                    Set.of(),
                    Map.of());
            Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
            Object unsafe = type.getMethod("getUnsafe").invoke(null);
            var define = type.getMethod(
                    "defineClass",
                    String.class,
                    byte[].class,
                    int.class,
                    int.class,
                    ClassLoader.class,
                    ProtectionDomain.class);
            for (Map.Entry<String, byte[]> file : classFiles.entrySet()) {
                define.invoke(unsafe, file.getKey(), file.getValue(), 0, file.getValue().length, null, null);
            }
            return true;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError internalsChanged) {
            return false;
        }
    }

    /** The documented way; prints a warning of the JVM's about class data sharing. */
    static void append(Instrumentation instrumentation, Map<String, byte[]> classFiles) {
        try {
            Path jar = Files.createTempFile("chaos4j-bridge", ".jar");
            jar.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(out)) {
                for (Map.Entry<String, byte[]> file : classFiles.entrySet()) {
                    entries.putNextEntry(new JarEntry(file.getKey().replace('.', '/') + ".class"));
                    entries.write(file.getValue());
                    entries.closeEntry();
                }
            }
            instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar.toFile()));
        } catch (IOException unwritable) {
            throw new WeaveException(
                    "The bridge could not be put on the bootstrap class path, because no temporary file could be"
                            + " written; set -Djava.io.tmpdir to a writable directory",
                    unwritable);
        }
    }
}
