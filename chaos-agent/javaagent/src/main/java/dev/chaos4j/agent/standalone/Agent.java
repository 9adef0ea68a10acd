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
    private @Nullable Rehearsal rehearsal;
    private @Nullable ControlServer server;

    Agent(Weaving weaving) {
        this.weaving = weaving;
    }

    synchronized void listen(@Nullable Path place, Runnable whenDetached) throws IOException {
        server = ControlServer.open(place, this, whenDetached);
    }

    /** Does what the arguments on the JVM's command line ask for; a mistake in them arms nothing and is only told. */
    synchronized void apply(AgentArguments arguments) {
        String scenario = arguments.scenario();
        if (scenario == null) {
            return;
        }
        try {
            ScenarioSource source = ScenarioSource.read(scenario).timesScaledBy(arguments.scale());
            arm(new Order(source, arguments.lease(), arguments.seed(), arguments.jdk()));
        } catch (RuntimeException e) {
            LOG.error("Scenario {} is not armed; the application goes on. {}", scenario, e.getMessage());
        }
    }

    @Override
    public synchronized int handle(Request request, OutputStream reply) throws IOException {
        Format format = Format.of(request);
        try {
            return switch (request.command()) {
                case "arm" -> arm(request, format, reply);
                case "status" -> status(format, reply);
                case "state" -> state(reply);
                case "disarm" -> disarm(format, reply);
                case "detach" -> detach(format, reply);
                case "dry-run" -> dryRun(request, format, reply);
                case "journal" -> journal(format, reply);
                default -> format.write(reply, unknown(request.command()));
            };
        } catch (ScenarioRefused e) {
            return format.write(reply, e.failure());
        } catch (RuntimeException e) {
            return format.write(reply, failed(request.command(), e));
        }
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

    private int arm(Request request, Format format, OutputStream reply) throws IOException {
        Order order = order(request);
        Rehearsal present = rehearsal;
        if (present != null && present.isArmed()) {
            return present.order().source().text().equals(order.source().text())
                    ? renew(present, order, format, reply)
                    : format.write(reply, busy(present));
        }
        Rehearsal begun = arm(order);
        format.write(reply, begun, order.notice());
        return ExitCode.OK;
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

    private static int renew(Rehearsal present, Order order, Format format, OutputStream reply) throws IOException {
        boolean renewed = present.lease().renew(order.lease());
        String said = renewed
                ? "The lease of the scenario is renewed; the scenario itself goes on where it is."
                : "The scenario has just ended; give the command again to play it again.";
        format.write(reply, present, said);
        return renewed ? ExitCode.OK : ExitCode.FAILED;
    }

    private static Failure busy(Rehearsal present) {
        return new Failure(
                ExitCode.BUSY,
                "busy",
                "Another scenario, '" + present.order().scenario().name() + "', is armed there, "
                        + StatusText.left(present.lease().left())
                        + ". Nothing was changed. Run the command 'disarm' first, or wait.");
    }

    private int status(Format format, OutputStream reply) throws IOException {
        format.write(reply, rehearsal);
        return ExitCode.OK;
    }

    private int state(OutputStream reply) throws IOException {
        reply.write(StatusText.brief(rehearsal).getBytes(StandardCharsets.UTF_8));
        return ExitCode.OK;
    }

    private int disarm(Format format, OutputStream reply) throws IOException {
        boolean wasArmed = rehearsal != null && rehearsal.isArmed();
        if (rehearsal != null) {
            rehearsal.end();
        }
        format.write(reply, rehearsal, wasArmed ? "Disarmed and restored." : "");
        return ExitCode.OK;
    }

    private int detach(Format format, OutputStream reply) throws IOException {
        if (rehearsal != null) {
            rehearsal.end();
        }
        weaving.close();
        format.write(reply, rehearsal, "Detached: all classes are restored, and the agent is gone.");
        rehearsal = null;
        if (server != null) {
            server.close();
        }
        return ExitCode.OK;
    }

    private int journal(Format format, OutputStream reply) throws IOException {
        Rehearsal last = rehearsal;
        if (last == null) {
            return format.write(
                    reply,
                    new Failure(ExitCode.FAILED, "no-journal", "Nothing was armed yet, so there is no journal."));
        }
        Writer writer = new OutputStreamWriter(reply, StandardCharsets.UTF_8);
        JournalFile.write(JournalSnapshot.of(last.session().journal()), writer);
        writer.flush();
        return ExitCode.OK;
    }

    private int dryRun(Request request, Format format, OutputStream reply) throws IOException {
        Rehearsal present = rehearsal;
        if (present != null && present.isArmed()) {
            return format.write(reply, busy(present));
        }
        List<String> jdk = jdk(request);
        DryRun result = DryRun.of(order(request).scenario(), target -> weaving.preview(target, jdk));
        Format.write(reply, format == Format.JSON ? result.asJson() : result.asText());
        return result.matchesAll() ? ExitCode.OK : ExitCode.NO_MATCH;
    }
}
