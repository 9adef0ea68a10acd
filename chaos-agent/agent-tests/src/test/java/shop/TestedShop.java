package shop;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.io.IOException;

/** The shop under a test that brings its own Chaos4j; otherwise as {@link Shop}. */
public final class TestedShop {

    private TestedShop() {}

    public static void main(String... arguments) throws IOException {
        ActiveFault fault = Chaos.arm(Failure.of(IllegalArgumentException.class), Target.method("shop.Prices#price"));
        try {
            new Prices().price();
            System.out.println("no failure");
        } catch (IllegalArgumentException e) {
            System.out.println("the test's fault fired " + fault.fired());
        }
        System.out.println("methods " + fault.status().weave().methods());
        Shop.main(arguments);
    }
}
