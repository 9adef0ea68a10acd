package dev.chaos4j.agent.benchmarks.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Compiles the classes {@code many.C0} to {@code many.C99}. */
final class ManyClasses {

    private ManyClasses() {}

    static Path compile(Path directory, String classPath) throws IOException {
        Path sources = Files.createDirectories(directory.resolve("many"));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-cp", classPath, "-d", directory.toString()));
        for (int i = 0; i < 100; i++) {
            Path source = sources.resolve("C" + i + ".java");
            Files.writeString(source, """
                    package many;
                    public final class C%d implements %s {
                        @Override
                        public int next(int last) { return last * 31 + %d; }
                    }
                    """.formatted(i, IntSource.class.getName(), i));
            arguments.add(source.toString());
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new IllegalStateException("The classes could not be compiled");
        }
        return directory;
    }
}
