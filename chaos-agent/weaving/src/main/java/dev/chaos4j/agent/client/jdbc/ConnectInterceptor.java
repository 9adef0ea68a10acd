package dev.chaos4j.agent.client.jdbc;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.spi.Crossing;
import dev.chaos4j.spi.Passage;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A driver is asked for a connection. */
public final class ConnectInterceptor implements Interceptor {

    /** A driver that wraps another one asks that for what is the same connection. */
    private static final ThreadLocal<Boolean> OPENING = new ThreadLocal<>();

    /** For the weaver. */
    public ConnectInterceptor() {}

    @Override
    public @Nullable Interception enter(ClientCall call) {
        if (OPENING.get() != null
                || !(call.self() instanceof Driver driver)
                || !(call.argument(0) instanceof String url)
                || !accepts(driver, url)) {
            return null;
        }
        Passage passage = call.gate().enter(new Opening(call.gate().point(), new JdbcUrl(url)));
        if (passage == null) {
            return null;
        }
        OPENING.set(true);
        try {
            return new Outermost(intercept(call, passage, new JdbcUrl(url)));
        } catch (Throwable error) {
            OPENING.remove();
            throw error;
        }
    }

    /** {@code DriverManager} asks every driver, and those of other databases only say so. */
    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException unreadable) {
            return false;
        }
    }

    private static Interception intercept(ClientCall call, Passage passage, JdbcUrl url) {
        if (!(passage.decision().outcome() instanceof Misconfiguration wrong)) {
            return Interception.of(
                    Crossing.begin(passage, Connection.class, call.where().getClassLoader()));
        }
        await(passage);
        Properties copy = call.argument(1) instanceof Properties given ? (Properties) given.clone() : new Properties();
        WrongSettings settings = new WrongSettings(url, copy).with(wrong);
        if (settings == null) {
            passage.notApplied(WrongSettings.missing(wrong));
            return new MisledConnection(passage, false);
        }
        call.argument(0, settings.url().text());
        call.argument(1, settings.properties());
        return new MisledConnection(passage, true);
    }

    private static void await(Passage passage) {
        try {
            passage.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until it ends, what other drivers are asked is part of it. */
    private record Outermost(Interception interception) implements Interception {

        @Override
        public boolean skipsBody() {
            return interception.skipsBody();
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
            OPENING.remove();
            return interception.end(returned, thrown);
        }
    }
}
