package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.bridge.Bridge;
import dev.chaos4j.agent.bridge.Site;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Weaves one class file, by Byte Buddy: advice only, no added members. Loaded when the first candidate appears and not
 * before. Thread-safe.
 */
final class Loom {

    /** The first class file version with invokedynamic, of Java 7. */
    private static final int INVOKEDYNAMIC = 51;

    /** Read while an invokedynamic instruction is linked, so they must not have one that is linked by reading them. */
    private static final Set<String> READ_BY_LINKING = Set.of("java.util.Properties");

    private static final String BRIDGE = Type.getInternalName(Bridge.class);
    private static final Handle BOOTSTRAP = new Handle(
            Opcodes.H_INVOKESTATIC,
            BRIDGE,
            "bootstrap",
            Type.getMethodDescriptor(
                    Type.getType(CallSite.class),
                    Type.getType(MethodHandles.Lookup.class),
                    Type.getType(String.class),
                    Type.getType(MethodType.class),
                    Type.INT_TYPE,
                    Type.INT_TYPE),
            false);
    private static final String DYNAMIC = Type.getMethodDescriptor(Type.getType(Site.class));
    private static final String CALLED =
            Type.getMethodDescriptor(Type.getType(Site.class), Type.INT_TYPE, Type.INT_TYPE);

    private final int handler;
    private final ClassFileLocator adviceFiles = adviceFiles();
    /** As their class files say it: asked for the annotations of loaded classes, the JVM makes a class for each. */
    private final TypePool adviceTypes = new TypePool.Default.WithLazyResolution(
            new TypePool.CacheProvider.Simple(), adviceFiles, TypePool.Default.ReaderMode.FAST);

    private final ByteBuddy byteBuddy = new ByteBuddy()
            .with(TypeValidation.DISABLED)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
            .with(Implementation.Context.Disabled.Factory.INSTANCE)
            .ignore(ElementMatchers.none());

    Loom(int handler) {
        this.handler = handler;
    }

    /** The advice is read once and not for each class. */
    private static ClassFileLocator adviceFiles() {
        Map<String, byte[]> files = new HashMap<>();
        for (AdviceKind kind : AdviceKind.values()) {
            String name = kind.advice().getName();
            files.put(
                    name, Hierarchy.classFile(name, Loom.class.getClassLoader()).orElseThrow());
        }
        return new ClassFileLocator.Compound(
                new ClassFileLocator.Simple(files), ClassFileLocator.ForClassLoader.of(Loom.class.getClassLoader()));
    }

    /**
     * The class file with the plan woven into it. Methods that would become too long for a class file are dropped from
     * the plan.
     *
     * @return what was dropped is told, too
     */
    Cloth weave(ClassSummary summary, byte[] classFile, @Nullable ClassLoader loader, Plan plan) {
        Set<String> tooLong = new LinkedHashSet<>();
        while (!plan.isEmpty()) {
            try {
                return new Cloth(weaveAll(summary, classFile, loader, plan), tooLong);
            } catch (MethodTooLargeException method) {
                String id = method.getMethodName() + method.getDescriptor();
                if (plan.signaturesOf(id).isEmpty()) {
                    throw method;
                }
                plan.drop(id);
                tooLong.add(id);
            }
        }
        return new Cloth(null, tooLong);
    }

    /**
     * A woven class.
     *
     * @param classFile null if nothing could be woven
     * @param tooLong the methods that are left alone because they would have become too long
     */
    @SuppressWarnings("ArrayRecordComponent") // handed from one method to another, and never compared
    record Cloth(byte @Nullable [] classFile, Set<String> tooLong) {}

    private byte[] weaveAll(ClassSummary summary, byte[] classFile, @Nullable ClassLoader loader, Plan plan) {
        ClassFileLocator locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(summary.name(), classFile), ClassFileLocator.ForClassLoader.of(loader));
        TypePool types = new TypePool.Default.WithLazyResolution(
                TypePool.CacheProvider.Simple.withObjectType(), locator, TypePool.Default.ReaderMode.FAST);
        DynamicType.Builder<?> builder =
                byteBuddy.decorate(types.describe(summary.name()).resolve(), locator);
        for (Plan.Layer layer : plan.layers()) {
            builder = builder.visit(advice(layer, isDynamic(summary)));
        }
        return builder.make(types).getBytes();
    }

    private static boolean isDynamic(ClassSummary summary) {
        return summary.version() >= INVOKEDYNAMIC && !READ_BY_LINKING.contains(summary.name());
    }

    private AsmVisitorWrapper advice(Plan.Layer layer, boolean dynamic) {
        return Advice.withCustomMapping()
                .bind(Asked.class, new AskedMapping(layer.sites(), dynamic))
                .bind(Carried.class, new CarriedMapping())
                .to(adviceTypes.describe(layer.kind().advice().getName()).resolve(), adviceFiles)
                .on(method -> layer.sites().containsKey(idOf(method)));
    }

    private static String idOf(MethodDescription method) {
        return method.getInternalName() + method.getDescriptor();
    }

    /** Reading the site: one invokedynamic instruction, or where there can be none a static call. */
    private final class AskedMapping implements Advice.OffsetMapping {
        private final Map<String, Integer> sites;
        private final boolean dynamic;

        AskedMapping(Map<String, Integer> sites, boolean dynamic) {
            this.sites = sites;
            this.dynamic = dynamic;
        }

        @Override
        public Target resolve(
                TypeDescription type,
                MethodDescription method,
                Assigner assigner,
                Advice.ArgumentHandler arguments,
                Sort sort) {
            int site = Objects.requireNonNull(sites.get(idOf(method)));
            return new Target.ForStackManipulation(new Asking(handler, site, dynamic));
        }
    }

    /** By plain instructions: the ways of Byte Buddy's own load a hundred classes more into the JVM. */
    private static final class Asking extends StackManipulation.AbstractBase {
        private final int handler;
        private final int site;
        private final boolean dynamic;

        Asking(int handler, int site, boolean dynamic) {
            this.handler = handler;
            this.site = site;
            this.dynamic = dynamic;
        }

        @Override
        public Size apply(MethodVisitor code, Implementation.Context context) {
            if (dynamic) {
                code.visitInvokeDynamicInsn("site", DYNAMIC, BOOTSTRAP, handler, site);
                return new Size(1, 1);
            }
            code.visitLdcInsn(handler);
            code.visitLdcInsn(site);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, "site", CALLED, false);
            return new Size(1, 2);
        }
    }

    /** The first argument of a functional type. */
    private static final class CarriedMapping implements Advice.OffsetMapping {

        @Override
        public Target resolve(
                TypeDescription type,
                MethodDescription method,
                Assigner assigner,
                Advice.ArgumentHandler arguments,
                Sort sort) {
            ParameterDescription carried = method.getParameters().stream()
                    .filter(parameter ->
                            Carriers.isCarried(parameter.getType().asErasure().getName()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(method + " hands over nothing that can be carried"));
            return new ForArgument.Resolved(
                            TypeDescription.Generic.OfNonGenericType.ForLoadedType.of(Object.class),
                            false,
                            Assigner.Typing.DYNAMIC,
                            carried)
                    .resolve(type, method, assigner, arguments, sort);
        }
    }
}
