package dev.chaos4j.junit.internal;

import dev.chaos4j.target.AwsTarget;
import dev.chaos4j.target.HttpTarget;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.OperationKind;
import dev.chaos4j.target.Target;
import dev.chaos4j.target.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Targets of clients as text: first what everybody knows ({@code GET inventory.*:8080/stock/**}, {@code s3:GetObject}),
 * then, if needed, {@code attribute=pattern}, as messages print them.
 */
final class ClientText {

    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z][A-Za-z0-9.-]*)=(.*)");
    private static final Pattern URL =
            Pattern.compile("(?:(?<scheme>[A-Za-z]+)://)?(?<host>\\[[^]]*]|[^/:]*)(?::(?<port>[^/]*))?(?<path>/.*)?");

    private final String attribute;
    private final String text;
    private final OperationKind kind;
    private final List<String> known = new ArrayList<>();
    private final List<Matcher> named = new ArrayList<>();

    private ClientText(String attribute, String text, OperationKind kind) {
        this.attribute = attribute;
        this.text = text;
        this.kind = kind;
        for (String word : text.strip().split(" +", -1)) {
            Matcher part = ATTRIBUTE.matcher(word);
            if (part.matches()) {
                named.add(part);
            } else {
                known.add(word);
            }
        }
    }

    /** {@code [METHOD] [SCHEME://][HOST][:PORT][/PATH] [attribute=pattern ...]}. */
    static HttpTarget http(String attribute, String text) {
        return new ClientText(attribute, text, OperationKind.HTTP).http();
    }

    /** {@code SERVICE[:OPERATION] [attribute=pattern ...]}. */
    static AwsTarget aws(String attribute, String text) {
        return new ClientText(attribute, text, OperationKind.AWS).aws();
    }

    /** {@code [HOST][:PORT] [attribute=pattern ...]}. */
    static NetworkTarget connection(String attribute, String text) {
        return new ClientText(attribute, text, OperationKind.NETWORK).connection();
    }

    private NetworkTarget connection() {
        requireAtMostOneKnown("one host and port");
        try {
            NetworkTarget target = known.isEmpty() ? Target.network() : to(Target.network(), known.get(0));
            for (Matcher part : named) {
                target = with(target, part.group(1), part.group(2));
            }
            return target;
        } catch (IllegalArgumentException refused) {
            throw bad(String.valueOf(refused.getMessage()), null);
        }
    }

    private NetworkTarget to(NetworkTarget all, String hostAndPort) {
        Matcher parts = URL.matcher(hostAndPort);
        if (!parts.matches() || parts.group("scheme") != null || parts.group("path") != null) {
            throw bad("'" + hostAndPort + "' is not a host and port; for example db.*:5432", null);
        }
        NetworkTarget target = parts.group("host").isEmpty() ? all : all.host(parts.group("host"));
        return parts.group("port") == null ? target : target.port(port(parts.group("port")));
    }

    private NetworkTarget with(NetworkTarget target, String name, String pattern) {
        return switch (name) {
            case "operation" -> target.operation(NetworkOperation.of(pattern));
            case "host" -> target.host(pattern);
            case "port" -> target.port(port(pattern));
            case "address" -> target.address(pattern);
            case "server-name" -> target.serverName(pattern);
            case "already-open" -> pattern.equals("true") ? target.alreadyOpen() : target;
            default -> throw unknown(name);
        };
    }

    private HttpTarget http() {
        try {
            HttpTarget target = Target.http();
            if (!known.isEmpty() && (known.size() > 1 || known.get(0).matches("[A-Z]+"))) {
                target = target.method(known.remove(0));
            }
            requireAtMostOneKnown("one host or path");
            target = known.isEmpty() ? target : withUrl(target, known.get(0));
            for (Matcher part : named) {
                target = with(target, part.group(1), part.group(2));
            }
            return target;
        } catch (IllegalArgumentException refused) {
            throw bad(String.valueOf(refused.getMessage()), null);
        }
    }

    private HttpTarget withUrl(HttpTarget all, String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw bad("'" + url + "' is not a host or path pattern; for example inventory.*:8080/stock/**", null);
        }
        HttpTarget target = all;
        if (parts.group("scheme") != null) {
            target = target.scheme(parts.group("scheme"));
        }
        if (!parts.group("host").isEmpty()) {
            target = target.host(parts.group("host"));
        }
        if (parts.group("port") != null) {
            target = target.port(port(parts.group("port")));
        }
        return parts.group("path") == null ? target : target.path(parts.group("path"));
    }

    private HttpTarget with(HttpTarget target, String name, String pattern) {
        if (name.startsWith("header.")) {
            return target.header(name.substring("header.".length()), pattern);
        }
        return switch (name) {
            case "method" -> target.method(pattern);
            case "scheme" -> target.scheme(pattern);
            case "host" -> target.host(pattern);
            case "port" -> target.port(port(pattern));
            case "path" -> target.path(pattern);
            default -> throw unknown(name);
        };
    }

    private int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw bad("'" + text + "' is not a port; write a number from 1 to 65535", null);
        }
    }

    private AwsTarget aws() {
        String service = take("service").orElseGet(() -> known.isEmpty() ? "*" : known.remove(0));
        if (!known.isEmpty()) {
            throw bad("'" + known.get(0) + "' is one word too many", service + ":" + known.get(0));
        }
        int colon = service.indexOf(':');
        try {
            AwsTarget target = Target.aws(colon < 0 ? service : service.substring(0, colon));
            target = colon < 0 ? target : target.operation(service.substring(colon + 1));
            for (Matcher part : named) {
                target = with(target, part.group(1), part.group(2));
            }
            return target;
        } catch (IllegalArgumentException refused) {
            throw bad(String.valueOf(refused.getMessage()), null);
        }
    }

    private Optional<String> take(String name) {
        for (Matcher part : named) {
            if (part.group(1).equals(name)) {
                named.remove(part);
                return Optional.of(part.group(2));
            }
        }
        return Optional.empty();
    }

    private AwsTarget with(AwsTarget target, String name, String pattern) {
        return switch (name) {
            case "operation" -> target.operation(pattern);
            case "region" -> target.region(pattern);
            case "host" -> target.host(pattern);
            case "bucket" -> target.bucket(pattern);
            case "key" -> target.key(pattern);
            case "table" -> target.table(pattern);
            default -> throw unknown(name);
        };
    }

    private void requireAtMostOneKnown(String what) {
        if (known.size() > 1) {
            throw bad(
                    "'" + known.get(1) + "' is one word too many; it takes " + what + ", and attribute=pattern", null);
        }
    }

    private BadValue unknown(String name) {
        return bad(
                "'" + name + "' is no attribute of " + kind.word() + "; allowed are "
                        + String.join(", ", kind.attributes())
                        + Words.nearest(name, kind.attributes())
                                .map(word -> "; did you mean " + word + "?")
                                .orElse(""),
                null);
    }

    private BadValue bad(String why, @Nullable String nearest) {
        return BadValue.text(attribute, text, why, nearest);
    }
}
