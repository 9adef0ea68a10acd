package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.bridge.Site;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Copied into the JDK's methods that hand work to other threads. */
final class CarryAdvice {

    private CarryAdvice() {}

    @Advice.OnMethodEnter
    @SuppressWarnings("UnusedVariable") // assigning is how advice hands over
    static void enter(
            @Asked @Nullable Site asked,
            @Advice.This(optional = true) @Nullable Object self,
            @Carried @Nullable Object task) {
        Site site = asked;
        if (site != null) {
            task = site.carry(self, task);
        }
    }
}
