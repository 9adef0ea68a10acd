package dev.chaos4j.agent.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.CachingClient;
import shop.Client;
import shop.RemoteClient;
import shop.Tariff;

/** A call that nothing is done to allocates nothing; the bound leaves room for what the JVM does now and then. */
class AllocationTest {

    private static final int CALLS = 500_000;
    private static final long FAR_LESS_THAN_A_BYTE_PER_CALL = CALLS / 4;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Tariff tariff = new Tariff();
    private int sum;

    @AfterEach
    void disarm() {
        Chaos.disarmAll();
        assertThat(sum).isNotZero();
    }

    private long allocatedBy(Runnable call) {
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private void call() {
        sum += tariff.price("abc");
    }

    @Test
    void disarmed() {
        Chaos.arm(Failure.of(IOException.class), Target.method("shop.Tariff#price(String)"))
                .close();

        assertThat(allocatedBy(this::call)).isLessThan(FAR_LESS_THAN_A_BYTE_PER_CALL);
    }

    @Test
    void armedForSomebodyElse() {
        ActiveFault fault =
                Chaos.arm(PlannedFault.of(Failure.of(IOException.class), Target.method("shop.Tariff#price(String)"))
                        .inScope(Scope.test("somebody else")));

        assertThat(allocatedBy(this::call)).isLessThan(FAR_LESS_THAN_A_BYTE_PER_CALL);
        assertThat(fault.status().seen()).isEqualTo(2L * CALLS);
    }

    @Test
    void armedAtRateZero() {
        ActiveFault fault =
                Chaos.arm(Failure.of(IOException.class), Target.method("shop.Tariff#price(String)"), Trigger.rate(0));

        assertThat(allocatedBy(this::call)).isLessThan(FAR_LESS_THAN_A_BYTE_PER_CALL);
        assertThat(fault.status().eligible()).isEqualTo(2L * CALLS);
    }

    @Test
    void armedAtRateZeroBehindADecorator() {
        Client client = new CachingClient(new RemoteClient());
        ActiveFault fault =
                Chaos.arm(Failure.of(IOException.class), Target.method("+shop.Client#describe"), Trigger.rate(0));
        Chaos.arm(Failure.of(IOException.class), Target.method("+shop.Client#getLater"), Trigger.rate(0));

        assertThat(allocatedBy(() -> sum += client.describe().length())).isLessThan(FAR_LESS_THAN_A_BYTE_PER_CALL);
        assertThat(fault.status().eligible()).isEqualTo(2L * CALLS);
    }
}
