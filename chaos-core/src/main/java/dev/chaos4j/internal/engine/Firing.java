package dev.chaos4j.internal.engine;

import dev.chaos4j.fault.Decision;

/**
 * One armed fault firing at one operation.
 *
 * @param fault which
 * @param ordinal the number of this injection of the fault, from 1
 * @param parts what it contributes
 */
record Firing(ArmedFault fault, long ordinal, Decision parts) {}
