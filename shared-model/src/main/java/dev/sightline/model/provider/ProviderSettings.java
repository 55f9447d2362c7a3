package dev.sightline.model.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How providers of language models are reached. */
@ConfigMapping(prefix = "sightline.models")
interface ProviderSettings {

    /**
     * Whether a base URL may lead to this machine or into a private network, and may then be plain http: for gateways and
     * models one runs oneself. Link-local addresses and those of cloud metadata services are refused all the same.
     */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** Time to connect, TLS included. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** Connections to one provider at a time; further calls wait, within their own timeout. */
    @WithDefault("256")
    int connections();

    /** Bytes an answer may have, unpacked. */
    @WithDefault("8388608")
    int maxAnswerBytes();
}
