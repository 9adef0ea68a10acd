package dev.chaos4j.fault;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions of a {@link Failure}. */
interface ThrowableSource {

    /** The type's name for messages. */
    String typeName();

    /** Whether user code makes the exception. */
    default boolean isSupplied() {
        return false;
    }

    /** A new exception. */
    Throwable create(@Nullable ClassLoader loader, String message, @Nullable Throwable cause);

    /** A source of exceptions of a known type. */
    static ThrowableSource ofType(Class<? extends Throwable> type) {
        requireInstantiable(type);
        return new ThrowableSource() {
            @Override
            public String typeName() {
                return type.getName();
            }

            @Override
            public Throwable create(@Nullable ClassLoader loader, String message, @Nullable Throwable cause) {
                return instantiate(type, message, cause);
            }
        };
    }

    /** A source that asks user code. */
    static ThrowableSource ofSupplier(Supplier<? extends Throwable> supplier) {
        return new ThrowableSource() {
            @Override
            public String typeName() {
                return "supplied";
            }

            @Override
            public boolean isSupplied() {
                return true;
            }

            @Override
            public Throwable create(@Nullable ClassLoader loader, String message, @Nullable Throwable cause) {
                Throwable supplied = supplier.get();
                if (supplied == null) {
                    throw new IllegalStateException("The supplier of a failure returned null instead of an exception");
                }
                return supplied;
            }
        };
    }

    /** A source of exceptions of a type that is looked up where the call happens. */
    static ThrowableSource ofName(String name) {
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "..." : name;
            throw new IllegalArgumentException("'" + shown + "' is not the name of an exception class;"
                    + " write it in full, for example java.io.IOException");
        }
        return new ThrowableSource() {
            @Override
            public String typeName() {
                return name;
            }

            @Override
            public Throwable create(@Nullable ClassLoader loader, String message, @Nullable Throwable cause) {
                return instantiate(load(name, loader), message, cause);
            }
        };
    }

    /** Far more than any class has; longer texts can exhaust the stack of the regular expression. */
    int LONGEST_NAME = 1_000;

    int LONGEST_SHOWN = 60;

    Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

    private static Class<? extends Throwable> load(String name, @Nullable ClassLoader loader) {
        try {
            Class<? extends Throwable> type = Class.forName(name, true, loader).asSubclass(Throwable.class);
            requireInstantiable(type);
            return type;
        } catch (ClassNotFoundException unknown) {
            throw new IllegalStateException(
                    "The exception class " + name + " does not exist at the injection point (class loader "
                            + (loader == null ? "bootstrap" : loader) + "); check the name in the fault",
                    unknown);
        } catch (ClassCastException noThrowable) {
            throw new IllegalStateException("The class " + name + " is not an exception (no Throwable)", noThrowable);
        }
    }

    private static void requireInstantiable(Class<? extends Throwable> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new IllegalArgumentException(
                    type.getName() + " is abstract and cannot be thrown; name one of its subclasses");
        }
        if (constructor(type, String.class, Throwable.class) == null
                && constructor(type, String.class) == null
                && constructor(type, Throwable.class) == null
                && constructor(type) == null) {
            throw new IllegalArgumentException(type.getName() + " has no constructor that takes nothing, a message,"
                    + " a cause, or both; use Failure.of(() -> new " + type.getSimpleName() + "(...))");
        }
    }

    private static @Nullable Constructor<? extends Throwable> constructor(
            Class<? extends Throwable> type, Class<?>... parameters) {
        try {
            Constructor<? extends Throwable> found = type.getDeclaredConstructor(parameters);
            return found.trySetAccessible() ? found : null;
        } catch (NoSuchMethodException absent) {
            return null;
        }
    }

    private static Throwable instantiate(Class<? extends Throwable> type, String message, @Nullable Throwable cause) {
        try {
            Constructor<? extends Throwable> both = constructor(type, String.class, Throwable.class);
            if (both != null && cause != null) {
                return both.newInstance(message, cause);
            }
            Constructor<? extends Throwable> wrapping = constructor(type, Throwable.class);
            if (cause != null && wrapping != null && constructor(type, String.class) == null) {
                return wrapping.newInstance(cause);
            }
            return withCause(withoutCause(type, message, both), cause);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException("Creating the exception " + type.getName() + " failed", failed);
        }
    }

    /** Some types take no cause, or set it to null for good; they are thrown without it. */
    private static Throwable withCause(Throwable made, @Nullable Throwable cause) {
        if (cause == null || made.getCause() != null) {
            return made;
        }
        try {
            return made.initCause(cause);
        } catch (IllegalStateException takesNone) {
            return made;
        }
    }

    private static Throwable withoutCause(
            Class<? extends Throwable> type, String message, @Nullable Constructor<? extends Throwable> both)
            throws ReflectiveOperationException {
        Constructor<? extends Throwable> text = constructor(type, String.class);
        if (text != null) {
            return text.newInstance(message);
        }
        if (both != null) {
            return both.newInstance(message, null);
        }
        Constructor<? extends Throwable> none = constructor(type);
        if (none != null) {
            return none.newInstance();
        }
        Constructor<? extends Throwable> wrapping = constructor(type, Throwable.class);
        if (wrapping == null) {
            throw new NoSuchMethodException(type.getName() + " has no usable constructor");
        }
        return wrapping.newInstance(new Object[] {null});
    }
}
