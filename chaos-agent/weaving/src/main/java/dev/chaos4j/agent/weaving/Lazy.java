package dev.chaos4j.agent.weaving;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first asked for. Thread-safe. */
final class Lazy<T> {

    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T present = made;
        if (present == null) {
            synchronized (this) {
                present = made;
                if (present == null) {
                    present = maker.get();
                    made = present;
                }
            }
        }
        return present;
    }
}
