package dev.chaos4j.agent.points;

import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.PointGate;
import dev.chaos4j.target.MethodOperation;
import org.jspecify.annotations.Nullable;

/**
 * A method of the JDK as injection point: we run on the JDK ourselves, so that what we do on the way to a decision must
 * not come back here. Thread-safe.
 */
final class JdkSite extends MethodSite {

    JdkSite(PointGate gate, String returnType, Chain chain, OurErrors errors) {
        super(gate, returnType, chain, errors);
    }

    @Override
    @Nullable
    Passage ask(MethodOperation here) {
        if (OwnWork.isHere()) {
            return null;
        }
        boolean before = OwnWork.begin();
        try {
            return gate().enter(here);
        } finally {
            OwnWork.end(before);
        }
    }
}
