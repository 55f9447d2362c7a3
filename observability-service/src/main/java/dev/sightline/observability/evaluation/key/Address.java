package dev.sightline.observability.evaluation.key;

import dev.sightline.api.ApiException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Where a provider of one's own listens. Whether it may be called is checked when it is. */
final class Address {

    private Address() {}

    /** @param text null for the provider's own */
    static void check(JudgeProvider provider, String text) {
        if (text == null && provider == JudgeProvider.OPENAI_COMPATIBLE) {
            throw ApiException.required("base_url");
        }
        URI address = of(text);
        if (address != null
                && (address.getHost() == null || !Set.of("http", "https").contains(address.getScheme()))) {
            throw unfit();
        }
    }

    static URI of(String text) {
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            throw unfit();
        }
    }

    private static ApiException unfit() {
        return ApiException.invalid("base_url", "Enter a valid http or https URL.");
    }
}
