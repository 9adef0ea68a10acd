package dev.chaos4j.agent.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.weaving.Rule;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.Corners;

/** Another agent changes the same method, before us or after us, and leaves before us or after us. */
class OtherAgentsTest {

    private static final String PATTERN = "shop.Corners#deep";

    /** Makes {@code Corners.deep} add 1000 for each level instead of 1. */
    private static final class Thousands implements ClassFileTransformer, AutoCloseable {

        Thousands() throws Exception {
            Rig.INSTRUMENTATION.addTransformer(this, true);
            Rig.INSTRUMENTATION.retransformClasses(Corners.class);
        }

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] classFile) {
            if (redefined != Corners.class) {
                return null;
            }
            ClassReader reader = new ClassReader(classFile);
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(new InDeep(writer), 0);
            return writer.toByteArray();
        }

        @Override
        public void close() throws Exception {
            Rig.INSTRUMENTATION.removeTransformer(this);
            Rig.INSTRUMENTATION.retransformClasses(Corners.class);
        }
    }

    private static final class InDeep extends ClassVisitor {
        private boolean done;

        InDeep(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return !name.equals("deep")
                    ? next
                    : new MethodVisitor(Opcodes.ASM9, next) {
                        @Override
                        public void visitInsn(int opcode) {
                            // the addition comes first: 1 + deep(level - 1)
                            if (opcode == Opcodes.ICONST_1 && !done) {
                                done = true;
                                super.visitIntInsn(Opcodes.SIPUSH, 1000);
                            } else {
                                super.visitInsn(opcode);
                            }
                        }
                    };
        }
    }

    @ParameterizedTest(name = "they come first: {0}, they go first: {1}")
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void bothAgentsWorkAndEitherMayLeaveFirst(boolean theyComeFirst, boolean theyGoFirst) throws Exception {
        byte[] original = SeenBytes.of(Corners.class);
        try (Rig rig = new Rig()) {
            Thousands early = theyComeFirst ? new Thousands() : null;
            Rule rule = rig.weave(PATTERN);
            Thousands other = early == null ? new Thousands() : early;
            assertThat(Corners.deep(2)).isEqualTo(2000);
            assertThat(rig.gate.entered()).isEqualTo(3);

            if (theyGoFirst) {
                other.close();
                assertThat(Corners.deep(2)).isEqualTo(2);
                assertThat(rig.gate.entered()).isEqualTo(6);
                rig.weaver.unweave(List.of(rule), false);
            } else {
                rig.weaver.unweave(List.of(rule), false);
                assertThat(Corners.deep(2)).isEqualTo(2000);
                other.close();
            }

            long before = rig.gate.entered();
            assertThat(Corners.deep(2)).isEqualTo(2);
            assertThat(rig.gate.entered()).isEqualTo(before);
            assertThat(SeenBytes.of(Corners.class)).isEqualTo(original);
        }
    }

    @Test
    void anAgentThatBreaksTheClassItselfIsNotTakenForUs() throws Exception {
        ClassFileTransformer throwing = new ClassFileTransformer() {
            @Override
            public byte @Nullable [] transform(
                    @Nullable ClassLoader loader,
                    @Nullable String name,
                    @Nullable Class<?> redefined,
                    @Nullable ProtectionDomain domain,
                    byte[] classFile) {
                throw new IllegalStateException("a bug of the other agent's");
            }
        };
        Rig.INSTRUMENTATION.addTransformer(throwing, true);
        try (Rig rig = new Rig()) {
            rig.weave(PATTERN);
            assertThat(Corners.deep(0)).isZero();
            assertThat(rig.gate.entered()).isEqualTo(1);
        } finally {
            Rig.INSTRUMENTATION.removeTransformer(throwing);
        }
    }
}
