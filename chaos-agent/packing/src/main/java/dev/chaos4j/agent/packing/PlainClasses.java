package dev.chaos4j.agent.packing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Makes an ordinary class of each lambda and method reference. The JVM would spin one for each when it comes to it,
 * with machinery that has to start first: half the time of attaching, and memory that the application lends us. An
 * ordinary class takes a fifth of that. Lambdas that are more than one interface, and those in class files from before
 * Java 11, which know no nest mates, stay as they are. Not thread-safe.
 */
final class PlainClasses {

    private static final int NEST_MATES = Opcodes.V11;

    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private final Map<String, List<String>> membersOfNests = new LinkedHashMap<>();

    /**
     * A class file with calls of the new classes instead of lambdas.
     *
     * @return the same if there is nothing to do
     */
    byte[] without(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        Host host = Host.of(reader);
        if (host.version < NEST_MATES) {
            return classFile;
        }
        ClassWriter writer = new ClassWriter(0);
        Replacing replacing = new Replacing(writer, host);
        reader.accept(replacing, 0);
        return replacing.count == 0 ? classFile : writer.toByteArray();
    }

    /** The new classes by internal name. */
    Map<String, byte[]> made() {
        return made;
    }

    /** The new classes that must be members of existing nests, by internal name of the nest's host. */
    Map<String, List<String>> membersOfNests() {
        return membersOfNests;
    }

    /** The class file of a nest's host, with these members more. */
    static byte[] withMembers(byte[] host, List<String> members) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(host)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visitEnd() {
                                members.forEach(this::visitNestMember);
                                super.visitEnd();
                            }
                        },
                        0);
        return writer.toByteArray();
    }

    /** The class that contains lambdas. */
    private static final class Host extends ClassVisitor {

        private String name = "";
        private String nest = "";
        private int version;

        private Host() {
            super(Opcodes.ASM9);
        }

        static Host of(ClassReader reader) {
            Host host = new Host();
            reader.accept(host, ClassReader.SKIP_CODE);
            return host;
        }

        @Override
        @SuppressWarnings("NullAway") // ASM's visitors take null for what is absent
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            this.version = version & 0xffff; // the upper half marks preview features
            this.name = name;
            this.nest = name;
        }

        @Override
        public void visitNestHost(String nestHost) {
            nest = nestHost;
        }
    }

    /** Copies a class; where a lambda is made, a new class is asked for its instance. */
    private final class Replacing extends ClassVisitor {

        private final Host host;
        private int count;

        Replacing(ClassVisitor next, Host host) {
            super(Opcodes.ASM9, next);
            this.host = host;
        }

        @Override
        @SuppressWarnings("NullAway") // as above
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitInvokeDynamicInsn(String method, String shape, Handle bootstrap, Object... arguments) {
                    if (Lambda.isPlain(bootstrap)) {
                        String type = add(Lambda.of(method, shape, arguments));
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, type, LambdaClass.FACTORY, shape, false);
                    } else {
                        super.visitInvokeDynamicInsn(method, shape, bootstrap, arguments);
                    }
                }
            };
        }

        private String add(Lambda lambda) {
            String type = host.name + "$$" + ++count;
            made.put(type, new LambdaClass(type, host.nest, host.version, lambda).write());
            membersOfNests.computeIfAbsent(host.nest, any -> new ArrayList<>()).add(type);
            return type;
        }
    }

    /**
     * A lambda, as the compiler leaves it.
     *
     * @param method the name of the one method of its interface
     * @param shape what it captures, and its interface
     * @param erased the method as the interface declares it
     * @param body what it calls
     * @param actual the method with the types that it really gets and gives
     */
    record Lambda(String method, Type shape, Type erased, Handle body, Type actual) {

        static boolean isPlain(Handle bootstrap) {
            return bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                    && bootstrap.getName().equals("metafactory");
        }

        static Lambda of(String method, String shape, Object... arguments) {
            return new Lambda(
                    method, Type.getMethodType(shape), (Type) arguments[0], (Handle) arguments[1], (Type) arguments[2]);
        }
    }
}
