package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.bridge.Bridge;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether classes of a loader find the bridge. Loaders of OSGi or JBoss Modules may hide what they do not know; code
 * woven there would fail to link. Thread-safe.
 */
final class BridgeSight {

    private final Map<ClassLoader, Boolean> known = Collections.synchronizedMap(new WeakHashMap<>());

    /** Why code woven into classes of this loader would not work; null if it does. */
    @Nullable
    String problem(@Nullable ClassLoader loader) {
        if (loader == null || known.computeIfAbsent(loader, BridgeSight::sees)) {
            return null;
        }
        return "its loader " + loader + " does not pass " + Bridge.class.getPackageName()
                + " on to the bootstrap loader; allow that, in OSGi with -Dorg.osgi.framework.bootdelegation="
                + Bridge.class.getPackageName() + ", in JBoss Modules with -Djboss.modules.system.pkgs="
                + Bridge.class.getPackageName();
    }

    private static boolean sees(ClassLoader loader) {
        try {
            return Class.forName(Bridge.class.getName(), false, loader) == Bridge.class;
        } catch (ClassNotFoundException | LinkageError hidden) {
            return false;
        }
    }
}
