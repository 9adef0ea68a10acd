package dev.chaos4j.internal.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Prints what forms write. */
public final class YamlText {

    private static final int WIDTH = 120;

    private YamlText() {}

    /** The texts, numbers, booleans, lists and maps as YAML. */
    public static String of(@Nullable Object tree) {
        DumpSettings settings = DumpSettings.builder()
                .setSchema(new CoreSchema())
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndentWithIndicator(true)
                .setIndicatorIndent(2)
                .setWidth(WIDTH)
                .setSplitLines(false)
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings).dumpToString(tree);
    }
}
