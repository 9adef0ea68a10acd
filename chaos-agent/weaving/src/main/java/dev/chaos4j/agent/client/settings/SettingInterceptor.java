package dev.chaos4j.agent.client.settings;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import dev.chaos4j.agent.points.OwnWork;
import dev.chaos4j.target.SettingSource;
import org.jspecify.annotations.Nullable;

/**
 * A setting is read. We read settings ourselves, on the way to a decision or in a logger: that passes untouched. For the
 * libraries of settings, one subclass per point. Thread-safe.
 */
public abstract class SettingInterceptor implements Interceptor {

    /** For subclasses. */
    protected SettingInterceptor() {}

    @Override
    public final @Nullable Interception enter(ClientCall call) {
        if (isOurQuestion(call) || OwnWork.isHere()) {
            return null;
        }
        boolean before = OwnWork.begin();
        try {
            String name = name(call);
            return name == null ? null : new Reading(this, call, name, Reads.begin(name));
        } finally {
            OwnWork.end(before);
        }
    }

    /** Whether we ask ourselves, to learn something of the place. */
    protected boolean isOurQuestion(ClientCall call) {
        return false;
    }

    /** The name that is asked for; null if this is no read of one setting. */
    protected abstract @Nullable String name(ClientCall call);

    /** Where it is read. */
    protected abstract SettingSource source(ClientCall call);

    /** The value that was read, as text; null if it is not set or is no text, number or switch. */
    protected @Nullable String text(Object returned) {
        boolean plain = returned instanceof CharSequence || returned instanceof Number || returned instanceof Boolean;
        return plain ? returned.toString() : null;
    }

    /**
     * What the method returns instead.
     *
     * @param returned what it really returned
     * @param text the wrong value; null if the setting is to seem left out
     */
    protected @Nullable Object instead(Object returned, @Nullable String text) {
        return text;
    }

    /** The right value of another setting in the same place, null if it is not set. Called while we are at work. */
    protected abstract @Nullable String other(ClientCall call, String name);
}
