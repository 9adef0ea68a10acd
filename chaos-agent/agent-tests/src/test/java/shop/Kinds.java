package shop;

import java.util.BitSet;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;

/** Methods of every kind that can be woven; each answers "calm". */
final class Kinds {

    private static final Port LAMBDA = () -> "calm";

    private Kinds() {}

    /** What others implement. */
    interface Port {
        String ask();

        default String askTwice() {
            return "calm";
        }
    }

    /** Not loaded before it is called. */
    static final class LatePort implements Port {
        @Override
        public String ask() {
            return "calm";
        }
    }

    /** Has a constructor to fail in. */
    static final class Made {
        private final String mood = "calm";
    }

    static String call(String kind) {
        try {
            return one(kind).call();
        } catch (Exception e) {
            return e.getMessage();
        }
    }

    private static Callable<String> one(String kind) {
        return switch (kind) {
            case "static" -> Kinds::ofClass;
            case "final" -> new Methods()::sealed;
            case "private" -> new Methods()::callsPrivate;
            case "synchronized" -> new Methods()::locked;
            case "constructor" -> () -> new Made().mood;
            case "implementer" -> () -> new LatePort().ask();
            case "default" -> () -> new LatePort().askTwice();
            case "lambda" -> LAMBDA::ask;
            case "primitive" -> () -> ((IntSupplier) new Methods()::number).getAsInt() == 7 ? "calm" : "another number";
            case "jdk" -> Kinds::ofJdk;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String ofClass() {
        return "calm";
    }

    private static String ofJdk() {
        return new BitSet().cardinality() == 0 ? "calm" : "another number";
    }

    /** Instance methods. */
    static class Methods {
        final String sealed() {
            return "calm";
        }

        String callsPrivate() {
            return hidden();
        }

        private String hidden() {
            return "calm";
        }

        synchronized String locked() {
            return "calm";
        }

        int number() {
            return 7;
        }
    }
}
