package dev.sightline.operation;

import io.smallrye.config.ConfigMapping;

/** Where the servers are. It is read before anything connects: what is no address stops a service with one line. */
@ConfigMapping(prefix = "sightline.servers")
interface ServerSettings {

    /** As {@code SIGHTLINE_POSTGRES_URL} has it. */
    PostgresUrl postgres();

    /** As {@code SIGHTLINE_KAFKA} has it. */
    BrokerList kafka();
}
