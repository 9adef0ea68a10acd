package dev.chaos4j.agent;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.security.AllPermission;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Loads the hidden part of {@code chaos-agent.jar}, before its parent is asked, so that no other version of a library
 * gets in. Only the bridge always comes from the bootstrap loader; its class files can be read here as resources. It
 * needs the jar only while it is made, so that what is armed can be undone whatever becomes of the file. Thread-safe.
 */
final class HiddenClassLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final String BRIDGE = "dev.chaos4j.agent.bridge.";

    private final HiddenEntries entries;
    private final ProtectionDomain domain = domainWithoutLoader();
    private final URLStreamHandler handler = new Handler();

    HiddenClassLoader(File jar, ClassLoader parent) throws IOException {
        super("chaos4j", parent);
        entries = HiddenEntries.of(jar);
    }

    /**
     * A domain that does not know its loader. A thread keeps the domains of the code that created it, so with the
     * default one any thread that the application starts below our code would keep us in memory for ever.
     */
    private static ProtectionDomain domainWithoutLoader() {
        Permissions all = new Permissions();
        all.add(new AllPermission());
        return new ProtectionDomain(null, all);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.") || name.startsWith(BRIDGE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] code = read(name.replace('.', '/') + ".class");
            return code == null ? super.loadClass(name, resolve) : defineClass(name, code, 0, code.length, domain);
        }
    }

    private byte @Nullable [] read(String entry) throws ClassNotFoundException {
        try {
            return entries.read(entry);
        } catch (ZipException e) {
            throw new ClassNotFoundException("Cannot read " + entry + " of chaos-agent.jar", e);
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        if (!entries.has(name)) {
            return null;
        }
        try {
            return new URL("chaos4j", null, -1, name, handler);
        } catch (MalformedURLException e) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL found = findResource(name);
        return Collections.enumeration(found == null ? List.of() : List.of(found));
    }

    /** Opens resources from memory: the JDK's own handler would open the jar, and keep it open for ever. */
    private final class Handler extends URLStreamHandler {

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() throws IOException {
                    InputStream content = entries.open(url.getPath());
                    if (content == null) {
                        throw new FileNotFoundException(url.getPath());
                    }
                    return content;
                }
            };
        }
    }
}
