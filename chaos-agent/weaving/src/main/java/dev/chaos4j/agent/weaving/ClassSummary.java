package dev.chaos4j.agent.weaving;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * What matching needs to know of a class file: names only, so that it keeps no class or loader alive. Immutable.
 *
 * @param name the binary name
 * @param version the major class file version
 * @param access the access flags
 * @param superName the binary name of the superclass; null for {@code Object}
 * @param interfaces the binary names of the direct interfaces
 * @param annotations the names of the annotations that are visible at run time
 * @param methods the declared methods and constructors
 * @param lambdas the lambdas, if they were asked for
 */
record ClassSummary(
        String name,
        int version,
        int access,
        @Nullable String superName,
        List<String> interfaces,
        Set<String> annotations,
        List<MethodSummary> methods,
        List<LambdaBody> lambdas) {

    private static final int API = OpenedClassReader.ASM_API;

    /** Reads a class file, but for its lambdas. */
    static ClassSummary of(byte[] classFile) {
        return of(classFile, List.of());
    }

    /** Reads a class file and its lambdas. */
    static ClassSummary withLambdas(byte[] classFile) {
        return of(classFile, LambdaBody.in(classFile));
    }

    private static ClassSummary of(byte[] classFile, List<LambdaBody> lambdas) {
        Reading reading = new Reading();
        OpenedClassReader.of(classFile)
                .accept(reading, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return reading.summary(lambdas);
    }

    boolean isInterface() {
        return (access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** The method of this name and descriptor. */
    Optional<MethodSummary> method(String id) {
        return methods.stream().filter(method -> method.id().equals(id)).findFirst();
    }

    /** The direct supertypes. */
    List<String> directSupertypes() {
        List<String> all = new ArrayList<>(interfaces);
        if (superName != null) {
            all.add(superName);
        }
        return all;
    }

    /** A method or constructor. */
    record MethodSummary(String name, String descriptor, int access, Set<String> annotations) {

        boolean is(int flag) {
            return (access & flag) != 0;
        }

        boolean hasCode() {
            return !is(Opcodes.ACC_ABSTRACT) && !is(Opcodes.ACC_NATIVE);
        }

        boolean isConstructor() {
            return name.equals("<init>");
        }

        boolean isInitializer() {
            return name.equals("<clinit>");
        }

        /** Name and descriptor: unique within the class. */
        String id() {
            return name + descriptor;
        }

        List<String> parameterTypes() {
            List<String> names = new ArrayList<>();
            for (Type type : Type.getArgumentTypes(descriptor)) {
                names.add(type.getClassName());
            }
            return names;
        }
    }

    private static String nameOf(String annotationDescriptor) {
        return Type.getType(annotationDescriptor).getClassName();
    }

    private static final class Reading extends ClassVisitor {
        private int version;
        private int access;
        private String name = "";
        private @Nullable String superName;
        private final List<String> interfaces = new ArrayList<>();
        private final Set<String> annotations = new LinkedHashSet<>();
        private final List<MethodSummary> methods = new ArrayList<>();

        Reading() {
            super(API);
        }

        ClassSummary summary(List<LambdaBody> lambdas) {
            return new ClassSummary(
                    name,
                    version,
                    access,
                    superName,
                    List.copyOf(interfaces),
                    Set.copyOf(annotations),
                    List.copyOf(methods),
                    List.copyOf(lambdas));
        }

        @Override
        public void visit(
                int classVersion,
                int classAccess,
                String internalName,
                @Nullable String signature,
                @Nullable String internalSuperName,
                String @Nullable [] internalInterfaces) {
            version = classVersion & 0xFFFF;
            access = classAccess;
            name = internalName.replace('/', '.');
            superName = internalSuperName == null ? null : internalSuperName.replace('/', '.');
            for (String implemented : internalInterfaces == null ? new String[0] : internalInterfaces) {
                interfaces.add(implemented.replace('/', '.'));
            }
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            if (visible) {
                annotations.add(nameOf(descriptor));
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int methodAccess,
                String methodName,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            Set<String> ofMethod = new LinkedHashSet<>();
            return new MethodVisitor(API) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    if (visible) {
                        ofMethod.add(nameOf(annotation));
                    }
                    return null;
                }

                @Override
                public void visitEnd() {
                    methods.add(new MethodSummary(methodName, descriptor, methodAccess, Set.copyOf(ofMethod)));
                }
            };
        }
    }
}
