package dev.chaos4j.woven;

import java.io.PrintStream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the tests of one class and prints what they threw, then how many succeeded and failed. */
final class RunOneClass {

    private RunOneClass() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        PrintStream out = System.out;
        var results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("chaos4j.seed", "42")
                .selectors(DiscoverySelectors.selectClass(Class.forName(arguments[0])))
                .execute();
        Kit.failures(results).forEach(failure -> out.println(failure));
        out.println(results.testEvents().succeeded().count() + " succeeded, "
                + results.testEvents().failed().count() + " failed");
    }
}
