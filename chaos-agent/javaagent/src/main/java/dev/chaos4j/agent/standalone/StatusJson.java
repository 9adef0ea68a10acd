package dev.chaos4j.agent.standalone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.chaos4j.agent.control.Version;
import dev.chaos4j.session.FaultStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of the agent for programs: one JSON object on one line. Fields are only ever added. */
final class StatusJson {

    private final JsonGenerator json;

    private StatusJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(@Nullable Rehearsal rehearsal, List<String> notices) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            new StatusJson(json).state(rehearsal, notices);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void state(@Nullable Rehearsal rehearsal, List<String> notices) throws IOException {
        json.writeStartObject();
        json.writeStringField("agent", Version.current());
        json.writeNumberField("pid", ProcessHandle.current().pid());
        json.writeBooleanField("armed", rehearsal != null && rehearsal.isArmed());
        Matches.strings("notices", notices, json);
        if (rehearsal != null) {
            rehearsal(rehearsal);
        }
        json.writeEndObject();
    }

    private void rehearsal(Rehearsal rehearsal) throws IOException {
        json.writeStringField("scenario", rehearsal.order().scenario().name());
        json.writeNumberField("seed", rehearsal.session().seed());
        json.writeNumberField("leaseLeftMillis", rehearsal.lease().left().toMillis());
        json.writeStringField("stage", rehearsal.run().stage());
        json.writeNumberField("stageLeftMillis", rehearsal.run().stageLeft().toMillis());
        json.writeNumberField("leftMillis", rehearsal.run().left().toMillis());
        json.writeArrayFieldStart("faults");
        for (FaultStatus fault : rehearsal.faults()) {
            fault(fault);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("journal");
        json.writeNumberField("entries", rehearsal.session().journal().entries().size());
        json.writeNumberField("dropped", rehearsal.session().journal().dropped());
        json.writeEndObject();
    }

    private void fault(FaultStatus fault) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", fault.name());
        json.writeStringField("what", fault.what());
        json.writeBooleanField("armed", fault.armed());
        json.writeStringField("ended", fault.ended());
        Matches.asJson(fault.weave(), json);
        json.writeNumberField("seen", fault.seen());
        json.writeNumberField("eligible", fault.eligible());
        json.writeNumberField("fired", fault.fired());
        json.writeNumberField("limited", fault.limited());
        Matches.strings("notApplied", fault.notApplied(), json);
        json.writeBooleanField("restored", fault.weave().restored());
        json.writeEndObject();
    }
}
