package dev.chaos4j.agent.weaving;

import net.bytebuddy.jar.asm.Type;

/** Types by the names that class files give them. */
final class TypeNames {

    private TypeNames() {}

    /** The loadable name of a method's return type: a primitive's own name, else as Class.forName wants it. */
    static String ofReturn(String methodDescriptor) {
        Type type = Type.getReturnType(methodDescriptor);
        return type.getSort() == Type.ARRAY ? type.getDescriptor().replace('/', '.') : type.getClassName();
    }
}
