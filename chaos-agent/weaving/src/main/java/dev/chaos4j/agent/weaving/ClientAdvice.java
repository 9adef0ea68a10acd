package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.bridge.Site;
import dev.chaos4j.agent.bridge.SkipToken;
import dev.chaos4j.agent.bridge.Token;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Copied into methods of client libraries; as {@link MethodAdvice}, and can replace the arguments. */
final class ClientAdvice {

    private ClientAdvice() {}

    @Advice.OnMethodEnter(skipOn = SkipToken.class)
    @SuppressWarnings({"UnusedVariable", "NullAway"}) // assigning hands over; NullAway misreads arrays of the bridge
    static @Nullable Token enter(
            @Asked @Nullable Site asked,
            @Advice.Origin Class<?> where,
            @Advice.This(optional = true) Object self,
            @Advice.AllArguments(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object[] arguments) {
        Site site = asked;
        if (site == null) {
            return null;
        }
        Token token = site.enter(where, self, arguments);
        if (token != null) {
            @Nullable Object[] replaced = token.arguments();
            if (replaced != null) {
                arguments = replaced;
            }
        }
        return token;
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
