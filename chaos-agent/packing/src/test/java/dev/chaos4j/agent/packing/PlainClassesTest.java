package dev.chaos4j.agent.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainClassesTest {

    private static final String SUFFIX = ".class";
    private static final String KINDS = "dev/chaos4j/agent/packing/Kinds";

    @TempDir
    private Path directory;

    @TempDir
    private Path archive;

    @BeforeEach
    void pack() throws IOException {
        for (String name : new String[] {"", "$Inner", "$Greeting"}) {
            try (InputStream in = Kinds.class.getResourceAsStream("/" + KINDS + name + ".class")) {
                Path file = directory.resolve(KINDS + name + SUFFIX);
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.write(file, Objects.requireNonNull(in).readAllBytes());
            }
        }

        PackingMain.main(directory.toString(), archive.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            nothingCaptured ; nothing
            muchCaptured ; 1099511627776 0.5 true x word more
            privateMembers ; secretsecret
            references ; 4513
            boxes ; 1 2 3 4 11.0 10
            nested ; secretinner
            interfaces ; hellohellofixed
            sameEachTime ; true
            serializable ; both
            """)
    void aLambdaDoesTheSameAsAClass(String method, String result) throws Exception {
        Class<?> packed = new Directory(directory).loadClass(Kinds.class.getName());

        assertThat(packed).isNotSameAs(Kinds.class);
        assertThat(packed.getMethod(method).invoke(null)).isEqualTo(result);
    }

    @Test
    void onlyLambdasOfMoreThanOneInterfaceAreLeftToTheJvm() throws IOException {
        assertThat(lambdasIn(classFiles())).isEqualTo(Map.of(KINDS, "altMetafactory"));
    }

    @Test
    void theSameClassFilesGiveTheSameBytes(@TempDir Path again) throws Exception {
        Map<String, byte[]> first = classFiles();
        byte[] zip = Files.readAllBytes(archive.resolve("chaos4j-hidden.zip"));
        directory = again;

        pack();

        Map<String, byte[]> second = classFiles();
        assertThat(second.keySet()).isEqualTo(first.keySet()).hasSizeGreaterThan(15);
        assertThat(archive.resolve("chaos4j-hidden.zip")).hasBinaryContent(zip);
        assertThat(second).allSatisfy((name, content) -> assertThat(content).isEqualTo(first.get(name)));
    }

    private Map<String, byte[]> classFiles() throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(directory.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return all;
    }

    private static Map<String, String> lambdasIn(Map<String, byte[]> classFiles) {
        Map<String, String> found = new TreeMap<>();
        for (byte[] classFile : classFiles.values()) {
            ClassReader reader = new ClassReader(classFile);
            reader.accept(new LambdaFinder(reader.getClassName(), found), 0);
        }
        return found;
    }

    /** Notes which classes still ask for lambdas at run time, and of which kind. */
    private static final class LambdaFinder extends ClassVisitor {
        private final String name;
        private final Map<String, String> found;

        LambdaFinder(String name, Map<String, String> found) {
            super(Opcodes.ASM9);
            this.name = name;
            this.found = found;
        }

        @Override
        @SuppressWarnings("NullAway") // ASM's visitors take null for what is absent
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInvokeDynamicInsn(String called, String shape, Handle bootstrap, Object... arguments) {
                    if (bootstrap.getOwner().endsWith("LambdaMetafactory")) {
                        found.put(name, bootstrap.getName());
                    }
                }
            };
        }
    }

    /** Loads the packed classes instead of those of the test. */
    private static final class Directory extends ClassLoader {
        private final Path directory;

        Directory(Path directory) {
            super(PlainClassesTest.class.getClassLoader());
            this.directory = directory;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Path file = directory.resolve(name.replace('.', '/') + SUFFIX);
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null || !Files.exists(file)) {
                return loaded != null ? loaded : super.loadClass(name, resolve);
            }
            try {
                byte[] classFile = Files.readAllBytes(file);
                return defineClass(name, classFile, 0, classFile.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
