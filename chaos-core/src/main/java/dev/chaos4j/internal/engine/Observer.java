package dev.chaos4j.internal.engine;

import dev.chaos4j.spi.Weave;
import dev.chaos4j.target.Target;

/**
 * A session that records the operations of a target although no fault is armed for them.
 *
 * @param session who
 * @param target which operations
 * @param calls whether they are logical calls; else attempts
 * @param weave what was woven for it
 */
record Observer(EngineSession session, Target target, boolean calls, Weave weave) {}
