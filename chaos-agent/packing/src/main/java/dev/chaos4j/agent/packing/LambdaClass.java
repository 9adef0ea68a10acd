package dev.chaos4j.agent.packing;

import dev.chaos4j.agent.packing.PlainClasses.Lambda;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The class of one lambda: a field for each captured value, a static factory, and the method of the interface, which
 * calls the body. A nest mate of the class that contains the lambda, so that the body can stay private.
 */
final class LambdaClass {

    /** Makes, or finds, an instance; takes the captured values. */
    static final String FACTORY = "of";

    private static final String OBJECT = "java/lang/Object";
    private static final String CONSTRUCTOR = "<init>";
    private static final String ONLY = "ONLY";

    private final String name;
    private final String nest;
    private final int version;
    private final Lambda lambda;
    private final Type[] captured;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    LambdaClass(String name, String nest, int version, Lambda lambda) {
        this.name = name;
        this.nest = nest;
        this.version = version;
        this.lambda = lambda;
        this.captured = lambda.shape().getArgumentTypes();
    }

    byte[] write() {
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        String contract = lambda.shape().getReturnType().getInternalName();
        writer.visit(version, access, name, null, OBJECT, new String[] {contract});
        writer.visitNestHost(nest);
        for (int i = 0; i < captured.length; i++) {
            writer.visitField(
                    Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), captured[i].getDescriptor(), null, null);
        }
        writeConstructor();
        if (captured.length == 0) {
            writeOnlyInstance();
        }
        writeFactory();
        writeMethod();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static String field(int index) {
        return "captured" + index;
    }

    private String constructorType() {
        return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
    }

    private void writeConstructor() {
        MethodVisitor code = begin(Opcodes.ACC_PRIVATE, CONSTRUCTOR, constructorType());
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, CONSTRUCTOR, "()V", false);
        int variable = 1;
        for (int i = 0; i < captured.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), variable);
            code.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), captured[i].getDescriptor());
            variable += captured[i].getSize();
        }
        end(code, Opcodes.RETURN);
    }

    /** One instance for ever if nothing is captured, as the JVM does it. */
    private void writeOnlyInstance() {
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        writer.visitField(access, ONLY, descriptor(), null, null);
        MethodVisitor code = begin(Opcodes.ACC_STATIC, "<clinit>", "()V");
        create(code);
        code.visitFieldInsn(Opcodes.PUTSTATIC, name, ONLY, descriptor());
        end(code, Opcodes.RETURN);
    }

    private void writeFactory() {
        MethodVisitor code = begin(Opcodes.ACC_STATIC, FACTORY, lambda.shape().getDescriptor());
        if (captured.length == 0) {
            code.visitFieldInsn(Opcodes.GETSTATIC, name, ONLY, descriptor());
        } else {
            create(code);
        }
        end(code, Opcodes.ARETURN);
    }

    private void create(MethodVisitor code) {
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        int variable = 0;
        for (Type type : captured) {
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
            variable += type.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, CONSTRUCTOR, constructorType(), false);
    }

    private void writeMethod() {
        MethodVisitor code =
                begin(Opcodes.ACC_PUBLIC, lambda.method(), lambda.erased().getDescriptor());
        Handle body = lambda.body();
        boolean constructs = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        if (constructs) {
            code.visitTypeInsn(Opcodes.NEW, body.getOwner());
            code.visitInsn(Opcodes.DUP);
        }
        loadArguments(code, parametersOf(body));
        code.visitMethodInsn(instruction(body), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
        Type given = constructs ? Type.getObjectType(body.getOwner()) : Type.getReturnType(body.getDesc());
        Type wanted = lambda.erased().getReturnType();
        Conversion.of(given, wanted).write(code);
        end(code, wanted.getOpcode(Opcodes.IRETURN));
    }

    /** What is captured comes first, then what the method of the interface gets. */
    private void loadArguments(MethodVisitor code, List<Type> wanted) {
        for (int i = 0; i < captured.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, name, field(i), captured[i].getDescriptor());
            Conversion.of(captured[i], wanted.get(i)).write(code);
        }
        Type[] erased = lambda.erased().getArgumentTypes();
        Type[] actual = lambda.actual().getArgumentTypes();
        int variable = 1;
        for (int i = 0; i < erased.length; i++) {
            code.visitVarInsn(erased[i].getOpcode(Opcodes.ILOAD), variable);
            variable += erased[i].getSize();
            Conversion.of(erased[i], actual[i]).write(code);
            Conversion.of(actual[i], wanted.get(captured.length + i)).write(code);
        }
    }

    /** Its object, if it has one, comes first. */
    private static List<Type> parametersOf(Handle body) {
        List<Type> all = new ArrayList<>();
        if (body.getTag() != Opcodes.H_INVOKESTATIC && body.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            all.add(Type.getObjectType(body.getOwner()));
        }
        all.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
        return all;
    }

    /** Private methods, which their own class may call specially, are called by nest mates as any other method. */
    private static int instruction(Handle body) {
        return switch (body.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }

    private MethodVisitor begin(int access, String method, String descriptor) {
        MethodVisitor code = writer.visitMethod(access, method, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code, int instruction) {
        code.visitInsn(instruction);
        code.visitMaxs(0, 0); // computed
        code.visitEnd();
    }

    private String descriptor() {
        return "L" + name + ";";
    }
}
