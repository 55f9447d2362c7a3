package dev.sightline.vision.analysis.conversation;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** The providers of language models this installation may ask; each may also be set through the environment. */
@ConfigMapping(prefix = "sightline.vision.providers")
public interface ModelProviders {

    Access google();

    Access openai();

    Access anthropic();

    Access openaiCompatible();

    /** One provider. */
    interface Access {

        /** Without it the provider is not asked; only openai_compatible needs none. */
        Optional<String> apiKey();

        /** Root of the API where it is not the provider's own; openai_compatible needs one. */
        Optional<URI> baseUrl();

        /** The models that may be asked; any if there is no list. */
        Optional<Set<String>> models();
    }
}
