package dev.chaos4j.agent.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** One of each kind of lambda and method reference; each test method returns what it came to. */
public final class Kinds {

    private final String secret = "secret";

    /** Nothing captured. */
    public static String nothingCaptured() {
        Supplier<String> supplier = () -> "nothing";
        return supplier.get();
    }

    /** Values of one and of two slots captured. */
    public static String muchCaptured() {
        long big = 1L << 40;
        double part = 0.5;
        boolean yes = true;
        char letter = 'x';
        String word = "word";
        Function<String, String> all = more -> big + " " + part + " " + yes + " " + letter + " " + word + " " + more;
        return all.apply("more");
    }

    /** The object captured, private members used. */
    public static String privateMembers() {
        return new Kinds().own().get();
    }

    private Supplier<String> own() {
        UnaryOperator<String> doubled = this::twice;
        return () -> doubled.apply(secret);
    }

    private String twice(String text) {
        return text + text;
    }

    /** Method references of all kinds. */
    public static String references() {
        Function<String, Integer> ofFirst = String::length;
        Function<Integer, String> ofClass = String::valueOf;
        Supplier<List<String>> constructor = ArrayList::new;
        Function<List<String>, Integer> ofInterface = List::size;
        List<String> list = constructor.get();
        Consumer<String> ofObject = list::add; // gives a boolean that nobody wants
        ofObject.accept("one");
        IntFunction<int[]> array = int[]::new;
        return ofFirst.apply("four") + ofClass.apply(5) + ofInterface.apply(list) + array.apply(3).length;
    }

    /** Boxes made, opened and widened. */
    public static String boxes() {
        Function<Integer, Integer> both = Math::abs;
        ToIntFunction<Integer> opened = Integer::intValue;
        ToLongFunction<Integer> widened = Integer::intValue;
        IntToLongFunction fromInt = Math::abs;
        BiFunction<Integer, Long, Double> mixed = Kinds::sum;
        Supplier<Object> boxed = Kinds::ten;
        return both.apply(-1) + " " + opened.applyAsInt(2) + " " + widened.applyAsLong(3) + " "
                + fromInt.applyAsLong(-4) + " " + mixed.apply(5, 6L) + " " + boxed.get();
    }

    private static double sum(long left, double right) {
        return left + right;
    }

    private static int ten() {
        return 10;
    }

    /** Inside a nested class, whose nest has another host. */
    public static String nested() {
        return new Inner("inner").supplier("").get();
    }

    private record Inner(String name) {
        Supplier<String> supplier(String end) {
            return () -> new Kinds().secret + name + end;
        }
    }

    /** Inside interfaces, static and not. */
    public static String interfaces() {
        Greeting greeting = () -> "hello";
        return greeting.twice().get() + Greeting.fixed("fixed").get();
    }

    /** Has lambdas of its own. */
    interface Greeting {
        String text();

        default Supplier<String> twice() {
            Supplier<String> again = this::again;
            return () -> text() + again.get();
        }

        private String again() {
            return text();
        }

        static Supplier<String> fixed(String text) {
            return () -> text;
        }
    }

    /** The same object each time if nothing is captured. */
    public static String sameEachTime() {
        List<Object> made = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Runnable nothing = () -> {};
            made.add(nothing);
        }
        return String.valueOf(made.get(0) == made.get(1));
    }

    /** More than one interface: left to the JVM. */
    public static String serializable() {
        Supplier<String> both = (Supplier<String> & java.io.Serializable) () -> "both";
        return both.get();
    }
}
