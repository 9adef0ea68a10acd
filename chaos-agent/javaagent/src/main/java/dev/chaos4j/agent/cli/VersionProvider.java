package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"chaos-agent " + Version.current() + " (Java " + Runtime.version() + ")"};
    }
}
