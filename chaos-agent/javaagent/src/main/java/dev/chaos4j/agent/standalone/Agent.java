package dev.chaos4j.agent.standalone;

import dev.chaos4j.agent.control.ControlServer;
import dev.chaos4j.agent.control.ExitCode;
import dev.chaos4j.agent.control.Failure;
import dev.chaos4j.agent.control.Request;
import dev.chaos4j.agent.control.RequestHandler;
import dev.chaos4j.agent.control.Version;
import dev.chaos4j.agent.source.ScenarioRefused;
import dev.chaos4j.agent.source.ScenarioSource;
import dev.chaos4j.agent.standalone.Rehearsal.Order;
import dev.chaos4j.fault.Durations;
import dev.chaos4j.journal.JournalFile;
import dev.chaos4j.journal.JournalSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent in this JVM: at most one scenario is armed at a time. Thread-safe: commands run one after the other. */
final class Agent implements RequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    private final Weaving weaving;
    private final Runnable whenDetached;
    private @Nullable Rehearsal rehearsal;
    private @Nullable ControlServer server;
    private int listening;
    private boolean gone;

    /**
     * An agent that takes no commands yet.
     *
     * @param whenDetached runs after the last of its work
     */
    Agent(Weaving weaving, Runnable whenDetached) {
        this.weaving = weaving;
        this.whenDetached = whenDetached;
    }

    /**
     * Begins to take commands.
     *
     * @param place where to make the socket's directory; null for the usual places
     * @throws IOException if no directory takes it
     */
    synchronized void listen(@Nullable Path place) throws IOException {
        server = ControlServer.open(place, this, this::ended);
        listening++;
    }

    /**
     * Takes commands again if none can reach this agent, or somewhere else if that is asked for.
     *
     * @return false if this agent has gone and did nothing
     */
    synchronized boolean listenAgain(@Nullable Path place) throws IOException {
        ControlServer present = server;
        if (!gone && (present == null || !present.isReachable(place))) {
            listen(place);
            if (present != null) {
                present.close();
            }
        }
        return !gone;
    }

    private synchronized void ended() {
        listening--;
        if (gone && listening == 0) {
            whenDetached.run();
        }
    }

    /**
     * Does what the arguments on the JVM's command line ask for; a mistake in them arms nothing and is only told.
     *
     * @return false if this agent has gone and did nothing
     */
    synchronized boolean apply(AgentArguments arguments) {
        String scenario = arguments.scenario();
        if (gone || scenario == null) {
            return !gone;
        }
        try {
            ScenarioSource source = ScenarioSource.read(scenario).timesScaledBy(arguments.scale());
            arm(new Order(source, arguments.lease(), arguments.seed(), arguments.jdk()));
        } catch (RuntimeException e) {
            LOG.error("Scenario {} is not armed; the application goes on. {}", scenario, e.getMessage());
        }
        return true;
    }

    /** Only the work is done one after the other: who reads the answer slowly, or never, keeps nobody else waiting. */
    @Override
    public int handle(Request request, OutputStream reply) throws IOException {
        return answer(request).sendTo(reply);
    }

    private synchronized Answer answer(Request request) {
        Format format = Format.of(request);
        if (gone) {
            return Answer.of(format, detachedMeanwhile(request.command()));
        }
        try {
            return answer(request, format);
        } catch (ScenarioRefused e) {
            return Answer.of(format, e.failure());
        } catch (RuntimeException e) {
            return Answer.of(format, failed(request.command(), e));
        }
    }

    private Answer answer(Request request, Format format) {
        return switch (request.command()) {
            case "arm" -> arm(request, format);
            case "status" -> Answer.of(ExitCode.OK, format.text(rehearsal));
            case "state" -> Answer.of(ExitCode.OK, StatusText.brief(rehearsal));
            case "disarm" -> disarm(format);
            case "detach" -> detach(format);
            case "leave" -> leave(format);
            case "dry-run" -> dryRun(request, format);
            case "journal" -> journal(format);
            default -> Answer.of(format, unknown(request.command()));
        };
    }

    /** A command that waited while another one removed the agent: nobody would ever undo what it armed now. */
    private static Failure detachedMeanwhile(String command) {
        return new Failure(
                ExitCode.NO_AGENT,
                "no-agent",
                "The agent was detached before it came to the command '" + command + "', so nothing is armed there."
                        + " Give the command again.");
    }

    private static Failure failed(String command, RuntimeException error) {
        LOG.warn("The command '{}' failed", command, error);
        return new Failure(ExitCode.FAILED, "failed", "The command '" + command + "' failed: " + error.getMessage());
    }

    private static Failure unknown(String command) {
        return new Failure(
                ExitCode.FAILED,
                "unknown-command",
                "This agent (" + Version.current() + ") does not know the command '" + command
                        + "'; use the chaos-agent.jar that it came from.");
    }

    private Answer arm(Request request, Format format) {
        Order order = order(request);
        Rehearsal present = rehearsal;
        if (present != null && present.isArmed()) {
            return present.order().source().text().equals(order.source().text())
                    ? renew(present, order, format)
                    : Answer.of(format, busy(present));
        }
        return Answer.of(ExitCode.OK, format.text(arm(order), order.notice()));
    }

    private static Order order(Request request) {
        return new Order(
                ScenarioSource.parse(
                        request.option("file").orElse("scenario"),
                        request.option("scenario").orElse("")),
                request.option("lease").map(Durations::parse).orElse(AgentArguments.DEFAULT_LEASE),
                request.option("seed").map(Long::valueOf).orElse(null),
                jdk(request));
    }

    private static List<String> jdk(Request request) {
        return AgentArguments.names(request.option("jdk").orElse(""));
    }

    private Rehearsal arm(Order order) {
        weaving.prepare(order.jdk());
        if (rehearsal != null) {
            rehearsal.end();
        }
        Rehearsal begun = Rehearsal.begin(order);
        rehearsal = begun;
        String notice = order.notice();
        if (!notice.isEmpty()) {
            LOG.warn(notice);
        }
        return begun;
    }

    private static Answer renew(Rehearsal present, Order order, Format format) {
        if (!present.mayRenewFor(order)) {
            return Answer.of(format, otherwiseArmed(present));
        }
        boolean renewed = present.lease().renew(order.lease());
        String said = renewed
                ? "The lease of the scenario is renewed; the scenario itself goes on where it is."
                : "The scenario has just ended; give the command again to play it again.";
        return Answer.of(renewed ? ExitCode.OK : ExitCode.FAILED, format.text(present, said));
    }

    private static Failure otherwiseArmed(Rehearsal present) {
        return new Failure(
                ExitCode.BUSY,
                "busy",
                "This scenario is armed there with seed " + present.session().seed() + " and the JDK classes "
                        + present.order().jdk() + ", which a renewal cannot change. Nothing was changed. Leave --seed"
                        + " and --jdk as they were to renew its lease, or run the command 'disarm' first.");
    }

    private static Failure busy(Rehearsal present) {
        return new Failure(
                ExitCode.BUSY,
                "busy",
                "Another scenario, '" + present.order().scenario().name() + "', is armed there, "
                        + StatusText.left(present.lease().left())
                        + ". Nothing was changed. Run the command 'disarm' first, or wait.");
    }

    private Answer disarm(Format format) {
        boolean wasArmed = rehearsal != null && rehearsal.isArmed();
        if (rehearsal != null) {
            rehearsal.end();
        }
        return Answer.of(ExitCode.OK, format.text(rehearsal, wasArmed ? "Disarmed and restored." : ""));
    }

    private Answer detach(Format format) {
        if (rehearsal != null) {
            rehearsal.end();
        }
        weaving.close();
        gone = true;
        String said = format.text(rehearsal, "Detached: all classes are restored, and the agent is gone.");
        rehearsal = null;
        if (server != null) {
            server.close();
        }
        return Answer.of(ExitCode.OK, said);
    }

    /** For a command that brought the agent only to ask it: somebody else may have found a use for it meanwhile. */
    private Answer leave(Format format) {
        return rehearsal == null
                ? detach(format)
                : Answer.of(ExitCode.OK, format.text(rehearsal, "The agent stays: a scenario was armed meanwhile."));
    }

    private Answer journal(Format format) {
        Rehearsal last = rehearsal;
        if (last == null) {
            return Answer.of(
                    format,
                    new Failure(ExitCode.FAILED, "no-journal", "Nothing was armed yet, so there is no journal."));
        }
        JournalSnapshot record = JournalSnapshot.of(last.session().journal());
        return reply -> {
            Writer writer = new OutputStreamWriter(reply, StandardCharsets.UTF_8);
            JournalFile.write(record, writer);
            writer.flush();
            return ExitCode.OK;
        };
    }

    private Answer dryRun(Request request, Format format) {
        Rehearsal present = rehearsal;
        if (present != null && present.isArmed()) {
            return Answer.of(format, busy(present));
        }
        List<String> jdk = jdk(request);
        DryRun result = DryRun.of(order(request).scenario(), target -> weaving.preview(target, jdk));
        return Answer.of(
                result.matchesAll() ? ExitCode.OK : ExitCode.NO_MATCH,
                format == Format.JSON ? result.asJson() : result.asText());
    }
}
