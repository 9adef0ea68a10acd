package dev.chaos4j.agent.client.network;

import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Entry.AttemptEnded;
import dev.chaos4j.journal.Entry.AttemptStarted;
import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.session.ChaosSession;
import java.util.List;

/** What the journal of a session has of attempts. */
record NetworkJournal(List<Entry> entries) {

    static NetworkJournal of(ChaosSession session) {
        return new NetworkJournal(session.journal().entries());
    }

    List<AttemptStarted> starts() {
        return of(AttemptStarted.class);
    }

    List<AttemptEnded> ends() {
        return of(AttemptEnded.class);
    }

    List<Injected> injections() {
        return of(Injected.class);
    }

    private <E> List<E> of(Class<E> type) {
        return entries.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
