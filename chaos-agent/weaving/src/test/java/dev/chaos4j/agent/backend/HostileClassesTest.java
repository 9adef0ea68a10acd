package dev.chaos4j.agent.backend;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.weaving.Rule;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.spi.NearMiss;
import dev.chaos4j.target.Target;
import java.lang.ref.WeakReference;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Classes that are hard to weave, or that come twice, or that go. */
class HostileClassesTest {

    /** Of a method's code, by the class file format. */
    private static final int MOST_BYTES = 65_535;

    private static final class Definer extends ClassLoader {
        Definer() {
            super(HostileClassesTest.class.getClassLoader());
        }

        Class<?> define(String name, byte[] classFile) {
            return defineClass(name, classFile, 0, classFile.length);
        }
    }

    private static Object call(Class<?> type, String method) throws Exception {
        return type.getMethod(method).invoke(null);
    }

    @AfterEach
    void disarm() {
        Chaos.disarmAll();
    }

    @Test
    void aMethodThatWovenWouldBeTooLargeIsANearMissAndTheOthersOfItsClassAreWoven() throws Exception {
        Class<?> huge = new Definer().define("hostile.Huge", huge());
        Object answer = call(huge, "big");

        try (ActiveFault fault = Chaos.arm(Reply.value(-1), Target.method("hostile.Huge#*"))) {
            assertThat(call(huge, "big")).isEqualTo(answer);
            assertThat(call(huge, "small")).isEqualTo(-1);
            assertThat(fault.status().weave().methods()).containsExactly("hostile.Huge#small()");
            assertThat(fault.status().weave().nearMisses()).singleElement().satisfies(miss -> {
                assertThat(miss.reason()).isEqualTo(NearMiss.Reason.REFUSED);
                assertThat(miss.where() + ": " + miss.text())
                        .isEqualTo(
                                "hostile.Huge#big(): its code is so long that it would exceed the 64 KB that a method"
                                        + " may have; choose the method that calls it");
            });
        }
        assertThat(call(huge, "small")).isEqualTo(1);
    }

    @Test
    void aClassInWhichNothingCouldBeWovenCountsAsRestored() throws Exception {
        Class<?> huge = new Definer().define("hostile.Huge", huge());
        Object answer = call(huge, "big");
        try (Rig rig = new Rig()) {
            Rule rule = rig.weave("hostile.Huge#big");

            assertThat(call(huge, "big")).isEqualTo(answer);
            assertThat(rule.signatures()).isEmpty();
            assertThat(rig.weaver.nearMisses(List.of(rule))).hasSize(1);
            rig.weaver.unweave(List.of(rule), false);
            assertThat(rig.weaver.isRestored(List.of(rule))).isTrue();
        }
    }

    private static byte[] huge() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "hostile/Huge", null, "java/lang/Object", null);
        MethodVisitor big = method(writer, "big");
        big.visitInsn(Opcodes.ICONST_0);
        big.visitVarInsn(Opcodes.ISTORE, 0);
        for (int bytes = 4; bytes + 3 < MOST_BYTES - 6; bytes += 3) {
            big.visitIincInsn(0, 1);
        }
        big.visitVarInsn(Opcodes.ILOAD, 0);
        big.visitInsn(Opcodes.IRETURN);
        big.visitMaxs(1, 1);
        big.visitEnd();
        MethodVisitor small = method(writer, "small");
        small.visitInsn(Opcodes.ICONST_1);
        small.visitInsn(Opcodes.IRETURN);
        small.visitMaxs(1, 0);
        small.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static MethodVisitor method(ClassWriter writer, String name) {
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, "()I", null, null);
        method.visitCode();
        return method;
    }

    @Test
    void aClassOfJava4WithSubroutinesAndWithoutFramesIsWoven() throws Exception {
        Class<?> ancient = new Definer().define("hostile.Ancient", ancient());
        assertThat(call(ancient, "run")).isEqualTo(2);

        try (ActiveFault fault = Chaos.arm(Reply.value(-1), Target.method("hostile.Ancient#run"))) {
            assertThat(call(ancient, "run")).isEqualTo(-1);
            assertThat(fault.status().weave().nearMisses()).isEmpty();
        }
        assertThat(call(ancient, "run")).isEqualTo(2);
    }

    /** The shape in which old compilers wrote {@code finally}: a subroutine, called and returned from. */
    private static byte[] ancient() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_4, Opcodes.ACC_PUBLIC, "hostile/Ancient", null, "java/lang/Object", null);
        MethodVisitor run = method(writer, "run");
        Label subroutine = new Label();
        run.visitInsn(Opcodes.ICONST_1);
        run.visitVarInsn(Opcodes.ISTORE, 0);
        run.visitJumpInsn(Opcodes.JSR, subroutine);
        run.visitVarInsn(Opcodes.ILOAD, 0);
        run.visitInsn(Opcodes.IRETURN);
        run.visitLabel(subroutine);
        run.visitVarInsn(Opcodes.ASTORE, 1);
        run.visitIincInsn(0, 1);
        run.visitVarInsn(Opcodes.RET, 1);
        run.visitMaxs(1, 2);
        run.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    @Test
    void classesOfOneNameFromTwoLoadersAreBothWovenAndBothRestored() throws Exception {
        List<Class<?>> twins = List.of(
                Class.forName("shop.Corners", true, new ApartLoader("shop.")),
                Class.forName("shop.Corners", true, new ApartLoader("shop.")));

        try (ActiveFault fault = Chaos.arm(Reply.value(-1), Target.method("shop.Corners#deep"))) {
            for (Class<?> twin : twins) {
                assertThat(twin.getMethod("deep", int.class).invoke(null, 3)).isEqualTo(-1);
            }
            assertThat(fault.fired()).isEqualTo(2);
        }

        for (Class<?> twin : twins) {
            assertThat(twin.getMethod("deep", int.class).invoke(null, 3)).isEqualTo(3);
        }
    }

    @Test
    void aLoaderGoesAlthoughItsClassesAreWovenAndArmed() throws Exception {
        try (ActiveFault fault = Chaos.arm(Reply.value(-1), Target.method("shop.Corners#deep"))) {
            WeakReference<ClassLoader> gone = useAndForget();

            await().atMost(30, SECONDS).pollInterval(50, MILLISECONDS).until(() -> {
                System.gc();
                return gone.get() == null;
            });
            assertThat(fault.fired()).isEqualTo(1);
        }
    }

    private static WeakReference<ClassLoader> useAndForget() throws Exception {
        Class<?> type = Class.forName("shop.Corners", true, new ApartLoader("shop."));
        assertThat(type.getMethod("deep", int.class).invoke(null, 3)).isEqualTo(-1);
        return new WeakReference<>(type.getClassLoader());
    }
}
