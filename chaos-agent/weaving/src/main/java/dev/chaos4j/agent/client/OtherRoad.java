package dev.chaos4j.agent.client;

import dev.chaos4j.target.InjectionPoint;
import java.util.function.Predicate;

/**
 * A road by which operations may go past the points of an instrumentation.
 *
 * @param beside whether operations that pass at this point may go by it instead
 * @param className a class that is loaded if, and only if, something goes by it
 * @param text what goes by it, and what to do about it
 */
public record OtherRoad(Predicate<InjectionPoint> beside, String className, String text) {}
