package dev.chaos4j.agent.cli;

import com.sun.tools.attach.VirtualMachine;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JVMs of this user. A class of its own, and no part of it in the signature of another one's method: a Java without
 * the module {@code jdk.attach} cannot load it, and runs all commands that do without.
 */
final class RunningJvms {

    private RunningJvms() {}

    /**
     * What each was started with, by process id.
     *
     * @throws NoClassDefFoundError if this Java has no module {@code jdk.attach}
     */
    static SortedMap<Long, String> list() {
        SortedMap<Long, String> found = new TreeMap<>();
        VirtualMachine.list().forEach(jvm -> found.put(Long.valueOf(jvm.id()), jvm.displayName()));
        return found;
    }
}
