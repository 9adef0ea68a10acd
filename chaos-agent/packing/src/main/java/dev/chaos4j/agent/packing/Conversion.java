package dev.chaos4j.agent.packing;

import java.util.List;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** How a value becomes one of another type, by the rules of {@link java.lang.invoke.LambdaMetafactory}. */
@FunctionalInterface
interface Conversion {

    /** Writes the instructions. */
    void write(MethodVisitor code);

    /** From one type to another; the compiler has made sure that there is a way. */
    static Conversion of(Type from, Type to) {
        if (from.equals(to)) {
            return code -> {};
        }
        if (to.getSort() == Type.VOID) {
            return code -> code.visitInsn(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        }
        if (isReference(from)) {
            return isReference(to) ? cast(to) : unbox(from, to);
        }
        return isReference(to) ? box(from) : widen(from, to);
    }

    private static boolean isReference(Type type) {
        return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    }

    private static Conversion cast(Type to) {
        return code -> {
            if (!to.getInternalName().equals("java/lang/Object")) {
                code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
            }
        };
    }

    private static Conversion box(Type from) {
        Box box = Box.of(from);
        String descriptor = Type.getMethodDescriptor(box.type(), from);
        return code ->
                code.visitMethodInsn(Opcodes.INVOKESTATIC, box.type().getInternalName(), "valueOf", descriptor, false);
    }

    /** A box is opened and its value widened; anything else must be the box of the wanted type. */
    private static Conversion unbox(Type from, Type to) {
        Box box = Box.ALL.stream()
                .filter(each -> each.type().equals(from))
                .findFirst()
                .orElseGet(() -> Box.of(to));
        return code -> {
            of(from, box.type()).write(code);
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    box.type().getInternalName(),
                    box.primitive().getClassName() + "Value",
                    Type.getMethodDescriptor(box.primitive()),
                    false);
            of(box.primitive(), to).write(code);
        };
    }

    private static Conversion widen(Type from, Type to) {
        int instruction =
                switch (from.getDescriptor() + to.getDescriptor()) {
                    case "BJ", "SJ", "CJ", "IJ" -> Opcodes.I2L;
                    case "BF", "SF", "CF", "IF" -> Opcodes.I2F;
                    case "BD", "SD", "CD", "ID" -> Opcodes.I2D;
                    case "JF" -> Opcodes.L2F;
                    case "JD" -> Opcodes.L2D;
                    case "FD" -> Opcodes.F2D;
                    case "BS", "BI", "SI", "CI" -> Opcodes.NOP;
                    default -> throw new IllegalStateException("No value of " + from + " becomes one of " + to);
                };
        return code -> code.visitInsn(instruction);
    }

    /** A primitive type and its box. */
    record Box(Type primitive, Type type) {

        private static final List<Box> ALL = List.of(
                box(Type.BOOLEAN_TYPE, Boolean.class),
                box(Type.CHAR_TYPE, Character.class),
                box(Type.BYTE_TYPE, Byte.class),
                box(Type.SHORT_TYPE, Short.class),
                box(Type.INT_TYPE, Integer.class),
                box(Type.LONG_TYPE, Long.class),
                box(Type.FLOAT_TYPE, Float.class),
                box(Type.DOUBLE_TYPE, Double.class));

        private static Box box(Type primitive, Class<?> type) {
            return new Box(primitive, Type.getType(type));
        }

        static Box of(Type primitive) {
            return ALL.stream()
                    .filter(each -> each.primitive.equals(primitive))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(primitive + " has no box"));
        }
    }
}
