package dev.chaos4j.scenario;

import dev.chaos4j.internal.yaml.NameKind;

/** The names of faults in a file. */
final class FaultNames {

    /** All faults, wherever they stand: what causes refer to. */
    static final NameKind ANY = new NameKind("fault", false, false);

    /** The faults of the section that stages refer to. */
    static final NameKind SECTION = new NameKind("fault", false, true);

    private FaultNames() {}
}
