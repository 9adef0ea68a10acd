package dev.chaos4j.scenario;

import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Key;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.MapForm;
import dev.chaos4j.internal.yaml.NotWritableException;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.OneOf;
import dev.chaos4j.internal.yaml.Scalars;
import dev.chaos4j.internal.yaml.WordForm;
import dev.chaos4j.target.AwsTarget;
import dev.chaos4j.target.HttpTarget;
import dev.chaos4j.target.JdbcTarget;
import dev.chaos4j.target.MethodTarget;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.SettingSource;
import dev.chaos4j.target.SettingTarget;
import dev.chaos4j.target.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How a {@link Target} stands in a file: as a method pattern, or as a mapping with the attributes of a protocol. */
final class TargetForm {

    private static final String HEADER = "header.";

    private static final Form<HttpTarget> HTTP = ObjectForm.of(
            "an HTTP target",
            new Keys<HttpTarget>()
                    .with(http("method", HttpTarget::method, "the request method, for example GET"))
                    .with(http("scheme", HttpTarget::scheme, "http or https"))
                    .with(http("host", HttpTarget::host, "a pattern for the host name; * is any run of characters"))
                    .optional("port", Scalars.wholeInt(1, 65_535), TargetForm::port, HttpTarget::port, "the port")
                    .with(http("path", HttpTarget::path, "a pattern; * within a segment, ** across segments"))
                    .optional(
                            "headers",
                            new MapForm<>(Scalars.TEXT, Scalars.TEXT, "header names to patterns"),
                            TargetForm::headers,
                            TargetForm::withHeaders,
                            "patterns for request headers, by their names"),
            at -> Target.http());

    private static final Key<AwsTarget, String> SERVICE = Key.required(
            "service",
            Scalars.text("a service in lower case, for example s3"),
            t -> t.attributes().get("service"),
            "the service in lower case, for example s3");
    private static final Form<AwsTarget> AWS = ObjectForm.of(
            "an AWS target",
            Keys.of(SERVICE)
                    .with(aws(
                            "operation",
                            AwsTarget::operation,
                            "an operation as the API names it, for example {Get,List}*"))
                    .with(aws("region", AwsTarget::region, "the Region that requests are signed for"))
                    .with(aws("host", AwsTarget::host, "a pattern for the host name of the endpoint"))
                    .with(aws("bucket", AwsTarget::bucket, "the bucket, for s3"))
                    .with(aws("key", AwsTarget::key, "the object key; * within a segment, ** across segments"))
                    .with(aws("table", AwsTarget::table, "the table, for dynamodb")),
            at -> Target.aws(at.need(SERVICE)));

    private static final Form<NetworkTarget> NETWORK = ObjectForm.of(
            "a network target",
            new Keys<NetworkTarget>()
                    .optional(
                            "operation",
                            WordForm.of(List.of(NetworkOperation.values()), NetworkOperation::word),
                            target -> target.operation().orElse(null),
                            NetworkTarget::operation,
                            "resolve, connect, handshake, read or write; the one at which the fault shows if left out")
                    .with(network("host", NetworkTarget::host, "a pattern for the host; * is any run of characters"))
                    .optional("port", Scalars.wholeInt(1, 65_535), TargetForm::port, NetworkTarget::port, "the port")
                    .with(network("address", NetworkTarget::address, "a pattern for the address, for example 10.1.*"))
                    .with(network(
                            "server-name",
                            NetworkTarget::serverName,
                            "a pattern for the server's name in TLS handshakes"))
                    .optional(
                            "already-open",
                            Scalars.BOOLEAN,
                            target -> target.isAlreadyOpen() ? true : null,
                            (target, yes) -> yes ? target.alreadyOpen() : target,
                            "true: only connections that were open before the fault is armed"),
            at -> Target.network());

    private static final Key<SettingTarget, String> NAME = Key.required(
            "name",
            Scalars.text("the name of a setting, for example s3.region"),
            target -> target.attributes().get("name"),
            "the setting's name where it is read; * is any run of characters");
    private static final Form<SettingTarget> SETTING = OneOf.way(
                    Scalars.text("the name of a setting, for example s3.region")
                            .as(Target::setting, (SettingTarget target) -> target.attributes()
                                    .getOrDefault("name", "*")),
                    (SettingTarget target) -> target.source().isEmpty())
            .or(ObjectForm.of(
                    "a setting",
                    Keys.of(NAME)
                            .optional(
                                    "source",
                                    WordForm.of(List.of(SettingSource.values()), SettingSource::word),
                                    target -> target.source().orElse(null),
                                    SettingTarget::from,
                                    "where it is read; anywhere if left out"),
                    at -> Target.setting(at.need(NAME))));

    private static final Form<JdbcTarget> JDBC = ObjectForm.of(
            "a JDBC target",
            new Keys<JdbcTarget>()
                    .with(jdbc("driver", JdbcTarget::driver, "the word after jdbc: in the URL, for example postgresql"))
                    .with(jdbc("host", JdbcTarget::host, "a pattern for the host name; * is any run of characters"))
                    .optional("port", Scalars.wholeInt(1, 65_535), TargetForm::port, JdbcTarget::port, "the port")
                    .with(jdbc("database", JdbcTarget::database, "the database, as the URL names it")),
            at -> Target.jdbc());

    private static final Form<Target> PROTOCOL = ObjectForm.choosing(
                    "a target",
                    new Keys<Target>()
                            .choice(
                                    "http",
                                    HTTP,
                                    target -> target instanceof HttpTarget http ? http : null,
                                    http -> http,
                                    "HTTP exchanges; all that is given must match")
                            .choice(
                                    "aws",
                                    AWS,
                                    target -> target instanceof AwsTarget aws ? aws : null,
                                    aws -> aws,
                                    "requests to an AWS service; all that is given must match")
                            .choice(
                                    "network",
                                    NETWORK,
                                    target -> target instanceof NetworkTarget network ? network : null,
                                    network -> network,
                                    "what is done at the network, whichever client library does it; all that is given"
                                            + " must match")
                            .choice(
                                    "setting",
                                    SETTING,
                                    target -> target instanceof SettingTarget setting ? setting : null,
                                    setting -> setting,
                                    "reads of a setting, by its name")
                            .choice(
                                    "jdbc",
                                    JDBC,
                                    target -> target instanceof JdbcTarget jdbc ? jdbc : null,
                                    jdbc -> jdbc,
                                    "database connections that JDBC drivers open; all that is given must match"))
            .hinting("; arm one fault for each");

    private static final Form<MethodTarget> METHOD = Scalars.text(
            "a method pattern CLASS#METHOD or CLASS#METHOD(TYPES), for example shop.Inventory#stock(String)",
            "#",
            Target::method,
            MethodTarget::describe);

    static final Form<Target> FORM = OneOf.way(
                    METHOD.as(Target.class::cast, (Target target) -> (MethodTarget) target),
                    (Target target) -> target instanceof MethodTarget)
            .or(PROTOCOL.as(target -> target, TargetForm::writable));

    private TargetForm() {}

    private static Key<HttpTarget, String> http(
            String name, BiFunction<HttpTarget, String, HttpTarget> step, String doc) {
        return Key.<HttpTarget, String>optional(
                        name, Scalars.text(doc), target -> target.attributes().get(name), doc)
                .adding(step);
    }

    private static Key<AwsTarget, String> aws(String name, BiFunction<AwsTarget, String, AwsTarget> step, String doc) {
        return Key.<AwsTarget, String>optional(
                        name, Scalars.text(doc), target -> target.attributes().get(name), doc)
                .adding(step);
    }

    private static Key<NetworkTarget, String> network(
            String name, BiFunction<NetworkTarget, String, NetworkTarget> step, String doc) {
        return Key.<NetworkTarget, String>optional(
                        name, Scalars.text(doc), target -> target.attributes().get(name), doc)
                .adding(step);
    }

    private static Key<JdbcTarget, String> jdbc(
            String name, BiFunction<JdbcTarget, String, JdbcTarget> step, String doc) {
        return Key.<JdbcTarget, String>optional(
                        name, Scalars.text(doc), target -> target.attributes().get(name), doc)
                .adding(step);
    }

    private static @Nullable Integer port(JdbcTarget target) {
        return port(target.attributes());
    }

    private static @Nullable Integer port(HttpTarget target) {
        return port(target.attributes());
    }

    private static @Nullable Integer port(NetworkTarget target) {
        return port(target.attributes());
    }

    private static @Nullable Integer port(Map<String, String> attributes) {
        String port = attributes.get("port");
        return port == null ? null : Integer.valueOf(port);
    }

    private static @Nullable Map<String, String> headers(HttpTarget target) {
        Map<String, String> headers = new LinkedHashMap<>();
        target.attributes().forEach((attribute, pattern) -> {
            if (attribute.startsWith(HEADER)) {
                headers.put(attribute.substring(HEADER.length()), pattern);
            }
        });
        return headers.isEmpty() ? null : headers;
    }

    private static HttpTarget withHeaders(HttpTarget target, Map<String, String> headers) {
        HttpTarget narrowed = target;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            narrowed = narrowed.header(header.getKey(), header.getValue());
        }
        return narrowed;
    }

    private static Target writable(Target target) {
        if (target instanceof HttpTarget
                || target instanceof AwsTarget
                || target instanceof NetworkTarget
                || target instanceof SettingTarget
                || target instanceof JdbcTarget) {
            return target;
        }
        throw new NotWritableException("its target '" + target.describe()
                + "' is code; use Target.method, http, aws, network, setting or jdbc");
    }
}
