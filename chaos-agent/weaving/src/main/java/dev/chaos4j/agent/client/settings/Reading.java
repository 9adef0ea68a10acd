package dev.chaos4j.agent.client.settings;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.points.OwnWork;
import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.fault.Setting;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.Thrower;
import dev.chaos4j.spi.UserCode;
import dev.chaos4j.trigger.Dice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One read of a setting: the real one runs first, then the gate decides what the program gets. */
final class Reading implements Interception {

    private static final OurErrors ERRORS = new OurErrors();

    private final SettingInterceptor interceptor;
    private final ClientCall call;
    private final String name;
    private final @Nullable Object[] frame;

    Reading(SettingInterceptor interceptor, ClientCall call, String name, @Nullable Object[] frame) {
        this.interceptor = interceptor;
        this.call = call;
        this.name = name;
        this.frame = frame;
    }

    @Override
    public boolean skipsBody() {
        return false;
    }

    @Override
    public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
        boolean decided = Reads.end(frame);
        if (thrown != null) {
            throw thrown;
        }
        if (returned == null || decided) {
            return returned;
        }
        boolean before = OwnWork.begin();
        try {
            return decide(returned);
        } finally {
            OwnWork.end(before);
        }
    }

    private @Nullable Object decide(Object returned) throws Throwable {
        String text = null;
        Passage passage = null;
        try {
            text = interceptor.text(returned);
            passage = text == null ? null : enter();
        } catch (Throwable ofOurs) {
            ERRORS.report("looking at the read of a setting", ofOurs);
        }
        return text == null || passage == null ? returned : carriedOut(passage, returned, text);
    }

    private @Nullable Passage enter() {
        Passage passage = call.gate().enter(new SettingRead(call.gate().point(), name, interceptor.source(call)));
        Reads.decided(name, passage != null && !passage.decision().proceeds());
        return passage;
    }

    private @Nullable Object carriedOut(Passage passage, Object returned, String text) throws Throwable {
        try {
            await(passage);
            Object result = settle(passage, returned, text);
            passage.endOk();
            return result;
        } catch (Throwable error) {
            passage.endFailed(error);
            throw error;
        }
    }

    private static void await(Passage passage) {
        try {
            passage.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Object settle(Passage passage, Object returned, String text) throws Throwable {
        Outcome outcome = passage.decision().outcome();
        if (outcome instanceof Failure failure) {
            Throwable made = new Thrower(passage, loader(), null).make(failure);
            if (made != null) {
                throw made;
            }
        } else if (outcome instanceof WrongSetting wrong) {
            WrongSetting.Others others = other -> interceptor.other(call, other);
            return changed(passage, returned, () -> wrong.instead(new Setting(name, text), others));
        } else if (outcome instanceof Corruption corruption) {
            return changed(passage, returned, () -> damaged(corruption, text, passage));
        } else if (outcome != null) {
            passage.notApplied("a setting is text and knows no '" + outcome.describe() + "'; use wrong-setting");
        }
        return returned;
    }

    private @Nullable Object changed(Passage passage, Object returned, Change change) {
        Optional<Object> real = Optional.of(returned);
        return UserCode.ask(passage, () -> Optional.ofNullable(interceptor.instead(returned, change.text())), real)
                .orElse(null);
    }

    private static @Nullable String damaged(Corruption corruption, String text, Passage passage) {
        Object damaged = corruption.apply(text, Dice.sequence(passage.decision().draw()));
        return damaged == null ? null : damaged.toString();
    }

    private static @Nullable ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? ClassLoader.getSystemClassLoader() : context;
    }

    /** Makes the text that is read instead. */
    private interface Change {
        @Nullable
        String text();
    }
}
