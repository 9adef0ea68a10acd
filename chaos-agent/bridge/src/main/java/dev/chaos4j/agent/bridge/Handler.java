package dev.chaos4j.agent.bridge;

import java.lang.invoke.CallSite;
import org.jspecify.annotations.Nullable;

/** An agent, as woven code sees it. Thread-safe. */
public interface Handler {

    /** A call site that gives the site while something is armed there, else null. */
    CallSite link(int site);

    /** The site while something is armed there, else null. */
    @Nullable
    Site site(int site);

    /** Hears of an error of the agent's own; never throws. */
    void failed(Throwable ofOurs);
}
