package dev.chaos4j.agent.weaving;

/** How a method is woven. */
public enum AdviceKind {
    /** Delays, fails, answers, or damages the answer. */
    METHOD(MethodAdvice.class),
    /** As {@link #METHOD}, with the arguments, which may be replaced. */
    CLIENT(ClientAdvice.class),
    /** Delays or fails before anything is constructed. */
    CONSTRUCTOR(ConstructorAdvice.class),
    /** Replaces the first functional argument by one that takes the context along. */
    CARRY(CarryAdvice.class);

    private final Class<?> advice;

    AdviceKind(Class<?> advice) {
        this.advice = advice;
    }

    Class<?> advice() {
        return advice;
    }
}
