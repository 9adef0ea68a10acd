package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.bridge.Site;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Copied to the start of constructors, before the superclass's constructor runs: nothing exists yet, so that the only
 * things that can be done are to wait and to throw.
 */
final class ConstructorAdvice {

    private ConstructorAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Asked @Nullable Site asked, @Advice.Origin Class<?> where) throws Throwable {
        Site site = asked;
        if (site != null) {
            site.construct(where);
        }
    }
}
