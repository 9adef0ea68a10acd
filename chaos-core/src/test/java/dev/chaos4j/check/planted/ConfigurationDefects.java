package dev.chaos4j.check.planted;

import static dev.chaos4j.check.planted.Planted.inVirtualTime;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.chaos4j.check.ConfigurationWatch;
import dev.chaos4j.check.Limits;
import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** CM1, CM2: a program that reads its Region again every 5 s, and meets a wrong one. */
final class ConfigurationDefects {

    private static final String REGION = "s3.region";
    private static final String RIGHT = "us-east-1";
    private static final Limits SOON =
            Limits.none().mistakesDetectedWithin(ofSeconds(10)).mistakesRevertedWithin(ofSeconds(30));

    private ConfigurationDefects() {}

    static Stream<Planted> all() {
        return Stream.of(
                inVirtualTime("CM1", "takes whatever is rolled out", Program::takesAll, Program::validates),
                inVirtualTime(
                        "CM1", "notices when the hourly report is read", Program::noticesLate, Program::triesFirst),
                inVirtualTime("CM2", "knows that it is wrong, and stays with it", Program::stays, Program::goesBack),
                inVirtualTime(
                        "CM2", "goes back when the mistake is mended", Program::waitsForMending, Program::validates),
                inVirtualTime(
                        "CM2", "goes back after a quarter of an hour", Program::goesBackLate, Program::triesFirst));
    }

    /** The program, one way to take up new settings per method. */
    private static final class Program {

        private final Lab lab;
        private final ConfigurationWatch watch;

        private Program(Lab lab) {
            this.lab = lab;
            this.watch = ConfigurationWatch.in(lab.session, "shop");
        }

        static Played takesAll(Lab lab) {
            return rollOut(lab, program -> {
                program.works(program.read());
                lab.pass(ofMinutes(1));
            });
        }

        static Played validates(Lab lab) {
            return rollOut(lab, program -> {
                lab.pass(ofSeconds(5));
                if (!program.read().equals(RIGHT)) {
                    program.watch.detected(REGION);
                }
                lab.pass(ofMinutes(1));
            });
        }

        static Played noticesLate(Lab lab) {
            return rollOut(lab, program -> {
                program.works(program.read());
                lab.pass(ofMinutes(50));
                program.watch.detected(REGION);
            });
        }

        static Played triesFirst(Lab lab) {
            return rollOut(lab, program -> {
                program.works(program.read());
                lab.pass(ofSeconds(3));
                program.watch.detected(REGION);
                program.works(RIGHT);
                lab.pass(ofMinutes(1));
            });
        }

        static Played stays(Lab lab) {
            return rollOut(lab, program -> {
                program.works(program.read());
                program.watch.detected(REGION);
                lab.pass(ofMinutes(1));
            });
        }

        static Played goesBack(Lab lab) {
            return rollOut(lab, program -> {
                program.works(program.read());
                program.watch.detected(REGION);
                lab.pass(ofSeconds(20));
                program.works(RIGHT);
            });
        }

        static Played waitsForMending(Lab lab) {
            return rollOut(lab, program -> {
                program.works(program.read());
                lab.pass(ofMinutes(1));
                program.watch.detected(REGION);
            });
        }

        static Played goesBackLate(Lab lab) {
            return rollOut(lab, program -> {
                program.works(program.read());
                program.watch.detected(REGION);
                lab.pass(ofMinutes(15));
                program.works(RIGHT);
            });
        }

        /** Works with the right Region, meets the wrong one, and reads the right one again once that is mended. */
        private static Played rollOut(Lab lab, Reaction reaction) {
            Program program = new Program(lab);
            program.works(program.read());
            lab.pass(ofSeconds(5));
            ActiveFault mistake = lab.session.arm(WrongSetting.of(SettingSlip.OTHER_REGION), Target.setting(REGION));
            reaction.of(program);
            mistake.close();
            lab.pass(ofSeconds(5));
            program.works(program.read());
            return lab.recording(SOON);
        }

        private String read() {
            return Objects.requireNonNull(lab.read(REGION, RIGHT));
        }

        private void works(String region) {
            watch.inForce(Map.of(REGION, region));
        }
    }

    private interface Reaction {
        void of(Program program);
    }
}
