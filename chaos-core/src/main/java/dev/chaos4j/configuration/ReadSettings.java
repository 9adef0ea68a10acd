package dev.chaos4j.configuration;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings that note which of them were asked for; going through all of them asks for each that is looked at, and for
 * those that are missing. Read-only. Thread-safe.
 */
final class ReadSettings extends AbstractMap<String, String> {

    private final Map<String, String> settings;
    private final Set<Object> read = ConcurrentHashMap.newKeySet();
    private volatile boolean walked;

    ReadSettings(Map<String, String> settings) {
        this.settings = settings;
    }

    boolean wasRead(String key) {
        return read.contains(key) || (walked && !settings.containsKey(key));
    }

    @Override
    public @Nullable String get(@Nullable Object key) {
        note(key);
        return settings.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        note(key);
        return settings.containsKey(key);
    }

    /** Printing and comparing is not asking for anything. */
    @Override
    public String toString() {
        return settings.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return settings.equals(other);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    private void note(@Nullable Object key) {
        if (key != null) {
            read.add(key);
        }
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, String>> iterator() {
                walked = true;
                return settings.entrySet().stream()
                        .peek(entry -> read.add(entry.getKey()))
                        .iterator();
            }

            @Override
            public int size() {
                return settings.size();
            }
        };
    }
}
