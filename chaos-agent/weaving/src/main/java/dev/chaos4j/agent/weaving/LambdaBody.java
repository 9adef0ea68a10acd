package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.weaving.ClassSummary.MethodSummary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * A lambda or method reference, as the class that contains it shows it. The object behind the interface is of a hidden
 * class, which no agent can modify. The body of a lambda is a method of the containing class, which it can; the method
 * behind a reference is called by others, too.
 *
 * @param interfaceName the functional interface
 * @param method its method, as the interface declares it
 * @param bodyOwner the class of the method with the body
 * @param bodyId name and descriptor of the method with the body
 */
record LambdaBody(String interfaceName, MethodSummary method, String bodyOwner, String bodyId) {

    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final byte[] FACTORY_BYTES = FACTORY.getBytes(StandardCharsets.US_ASCII);

    /** The lambdas and method references of a class. */
    static List<LambdaBody> in(byte[] classFile) {
        if (!contains(classFile, FACTORY_BYTES)) {
            return List.of();
        }
        Finder finder = new Finder();
        OpenedClassReader.of(classFile).accept(finder, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return finder.found;
    }

    /** Whether the body belongs to this lambda alone. */
    boolean isOwnBody() {
        return bodyName().startsWith("lambda$");
    }

    /** The name of the method with the body. */
    String bodyName() {
        return bodyId.substring(0, bodyId.indexOf('('));
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (int at = 0; at <= all.length - part.length; at++) {
            int matched = 0;
            while (matched < part.length && all[at + matched] == part[matched]) {
                matched++;
            }
            if (matched == part.length) {
                return true;
            }
        }
        return false;
    }

    private static final class Finder extends ClassVisitor {
        private final List<LambdaBody> found = new ArrayList<>();

        Finder() {
            super(OpenedClassReader.ASM_API);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(OpenedClassReader.ASM_API) {
                @Override
                public void visitInvokeDynamicInsn(
                        String method, String factoryType, Handle bootstrap, Object... arguments) {
                    if (bootstrap.getOwner().equals(FACTORY)
                            && arguments.length > 1
                            && arguments[0] instanceof Type erased
                            && arguments[1] instanceof Handle body) {
                        add(method, Type.getReturnType(factoryType).getClassName(), erased, body);
                    }
                }
            };
        }

        private void add(String method, String interfaceName, Type erased, Handle body) {
            MethodSummary declared = new MethodSummary(method, erased.getDescriptor(), 0, Set.of());
            found.add(new LambdaBody(
                    interfaceName, declared, body.getOwner().replace('/', '.'), body.getName() + body.getDesc()));
        }
    }
}
