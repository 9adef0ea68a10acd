package dev.chaos4j.junit;

import dev.chaos4j.fault.Fault;

/**
 * Faults as answers of mocks. Needs Mockito on the class path; nothing else in this module does.
 *
 * <pre>{@code
 * willAnswer(Faults.answer(Latency.of(ofMillis(300)).then(Failure.of(IOException.class))))
 *         .given(inventory).stock("tea");
 * }</pre>
 */
public final class Faults {

    private Faults() {}

    /**
     * An answer that applies the fault to each call, as if it were armed at the stubbed method: it is recorded in the
     * journal and counted, and what it holds is released when the test ends. It belongs to the session of the test
     * that makes it. Where the fault lets a call proceed, the mock's default answer follows: the real method of a spy,
     * nothing of a mock.
     */
    public static FaultAnswer answer(Fault fault) {
        return FaultAnswer.of(fault);
    }
}
