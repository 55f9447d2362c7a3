package dev.sightline.signals.sourceconfig;

import dev.sightline.api.ApiException;
import dev.sightline.signals.signal.SignalSource;
import dev.sightline.signals.signal.Taxonomy;
import java.util.function.Function;

/** The closed vocabularies of products and types, and of the pairs of them (DECISIONS 20). */
final class KnownSources {

    private KnownSources() {}

    /** The source itself; a 400 on the first member that makes no sense. */
    static SignalSource check(SignalSource source) {
        check("source_product", source.product(), SignalSource::product);
        check("source_type", source.type(), SignalSource::type);
        if (!Taxonomy.knows(source)) {
            throw ApiException.invalid(
                    "source_type", "\"" + source.product() + "\" has no source of type \"" + source.type() + "\".");
        }
        return source;
    }

    private static void check(String attr, String value, Function<SignalSource, String> member) {
        if (Taxonomy.pairs().stream().map(member).noneMatch(value::equals)) {
            throw ApiException.invalidChoice(attr, value);
        }
    }
}
