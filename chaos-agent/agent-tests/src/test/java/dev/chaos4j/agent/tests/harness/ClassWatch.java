package dev.chaos4j.agent.tests.harness;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sees classes of a forked JVM as an agent sees them that comes after all others. */
public final class ClassWatch {

    private final Path directory;
    private final Path jar;

    public ClassWatch(Path directory) throws IOException {
        this.directory = directory;
        this.jar = TestClasses.observerJar(directory);
    }

    /** The class file as a later transformer gets it. */
    public byte[] classFile(ForkedJvm jvm, String className) throws Exception {
        Path file = Files.createTempFile(directory, "observed", ".class");
        VirtualMachine vm = VirtualMachine.attach(Long.toString(jvm.pid()));
        try {
            vm.loadAgent(jar.toString(), file + "=" + className);
        } finally {
            vm.detach();
        }
        return Files.readAllBytes(file);
    }
}
