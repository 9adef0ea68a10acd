package shop;

/** What classes may look like, besides the plain ones. */
public final class Corners {

    private Corners() {}

    public record Money(int cents) {
        public Money {
            if (cents < 0) {
                throw new IllegalArgumentException("negative");
            }
        }
    }

    public enum Size {
        SMALL {
            @Override
            public int ounces() {
                return 8;
            }
        },
        LARGE {
            @Override
            public int ounces() {
                return 16;
            }
        };

        public abstract int ounces();
    }

    public interface Priced {
        static int fixed() {
            return 1;
        }

        private int hidden() {
            return 2;
        }

        default int open() {
            return hidden();
        }
    }

    public static class Base {
        private final int doubled;

        Base(int doubled) {
            this.doubled = doubled;
        }

        public int doubled() {
            return doubled;
        }
    }

    /** Branches before its superclass is made, and has a constructor that calls another. */
    public static final class Derived extends Base {
        public Derived(boolean large) {
            super(large ? 20 : 2);
        }

        public Derived() {
            this(true);
        }
    }

    public static int deep(int level) {
        return level == 0 ? 0 : 1 + deep(level - 1);
    }

    @SuppressWarnings("InfiniteRecursion") // that it ends in an error is what is tested
    public static int endless(int level) {
        return 1 + endless(level + 1);
    }

    public static int varied(long first, double second, Object... more) {
        return (int) (first + second) + more.length;
    }
}
