package dev.chaos4j.internal.yaml;

import java.util.List;

/**
 * A kind of thing that a document gives names to.
 *
 * @param word what it is called in messages
 * @param unique whether each name may be given only once
 * @param mustBeUsed whether each name that is given must be referred to
 */
public record NameKind(String word, boolean unique, boolean mustBeUsed) {

    /** Texts that give such a name, and at the same time a name of the other kinds. */
    public Form<String> definition(NameKind... also) {
        return new NamedForm<>(Scalars.TEXT, (part, name) -> {
            Names names = part.document().names();
            List.of(also).forEach(kind -> names.define(kind, name, part));
            return names.define(this, name, part);
        });
    }

    /** Texts that refer to such a name, above or below. */
    public Form<String> reference() {
        return new NamedForm<>(
                Scalars.TEXT, (part, name) -> part.document().names().refer(this, name, part));
    }
}
