package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.bridge.Site;
import dev.chaos4j.agent.bridge.SkipToken;
import dev.chaos4j.agent.bridge.Token;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Copied into methods. Disarmed, only the null check of a constant is left of it. Nothing here throws: what the caller
 * is to get is assigned on exit.
 */
final class MethodAdvice {

    private MethodAdvice() {}

    @Advice.OnMethodEnter(skipOn = SkipToken.class)
    static @Nullable Token enter(
            @Asked @Nullable Site asked, @Advice.Origin Class<?> where, @Advice.This(optional = true) Object self) {
        Site site = asked;
        return site == null ? null : site.enter(where, self, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    @SuppressWarnings("UnusedVariable") // assigning is how advice hands over
    static void exit(
            @Advice.Enter @Nullable Token token,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object returned,
            @Advice.Thrown(readOnly = false) @Nullable Throwable thrown) {
        if (token != null) {
            returned = token.end(returned, thrown);
            thrown = token.thrown();
        }
    }
}
