package dev.chaos4j.agent.client;

import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.MethodTarget;
import dev.chaos4j.target.OperationKind;
import dev.chaos4j.target.Target;

/**
 * One injection point of a client library.
 *
 * @param point its kind and key; whether it is a logical call
 * @param methods which methods pass here
 * @param interceptor the name of the {@link Interceptor} class, which has a public constructor without parameters
 */
public record ClientPoint(InjectionPoint point, MethodTarget methods, String interceptor) {

    /**
     * A point where attempts pass.
     *
     * @param key the client library and its operation; it goes into the dice, so it must not change
     * @param methods a method pattern as in {@link Target#method(String)}, best with parameter types
     * @param interceptor the interceptor's class name
     * @throws IllegalArgumentException if the pattern cannot be read
     */
    public static ClientPoint attempt(OperationKind kind, String key, String methods, String interceptor) {
        return new ClientPoint(InjectionPoint.ofClient(kind, key), Target.method(methods), interceptor);
    }
}
