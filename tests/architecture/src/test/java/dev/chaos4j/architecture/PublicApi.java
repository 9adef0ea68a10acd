package dev.chaos4j.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Reads sources and lists the public and protected types and members that have no Javadoc comment. */
final class PublicApi extends TreePathScanner<@Nullable Void, List<String>> {

    private static final Set<Tree.Kind> IMPLICITLY_PUBLIC = Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    private final DocTrees docs;

    private PublicApi(DocTrees docs) {
        this.docs = docs;
    }

    static List<String> undocumented(List<Path> sources) throws IOException {
        JavaCompiler javac = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK, not a JRE");
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task = (JavacTask) javac.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            PublicApi scanner = new PublicApi(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, found);
            }
        }
        return found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, List<String> found) {
        if (!isVisible(type.getModifiers())) {
            return null;
        }
        require(type.getSimpleName().toString(), found);
        return super.visitClass(type, found);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, List<String> found) {
        boolean inherited = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        if (!inherited && isVisible(method.getModifiers())) {
            require(method.getName() + "()", found);
        }
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree field, List<String> found) {
        if (isVisible(field.getModifiers())) {
            require(field.getName().toString(), found);
        }
        return null;
    }

    private boolean isVisible(ModifiersTree modifiers) {
        Tree owner = getCurrentPath().getParentPath().getLeaf();
        Set<Modifier> flags = modifiers.getFlags();
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (IMPLICITLY_PUBLIC.contains(owner.getKind()) && !flags.contains(Modifier.PRIVATE));
    }

    private void require(String name, List<String> found) {
        TreePath path = getCurrentPath();
        if (docs.getDocComment(path) == null) {
            CompilationUnitTree unit = path.getCompilationUnit();
            long position = docs.getSourcePositions().getStartPosition(unit, path.getLeaf());
            found.add(Path.of(unit.getSourceFile().getName()).getFileName() + ":"
                    + unit.getLineMap().getLineNumber(position) + " " + name);
        }
    }
}
