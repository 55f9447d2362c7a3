package dev.sightline.operation;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;

/** Where the servers are. It is read before anything connects: what is no address stops a service with one line. */
@Unremovable
@ConfigMapping(prefix = "sightline.servers")
interface ServerSettings {

    /** As {@code SIGHTLINE_POSTGRES_URL} has it. */
    @WithConverter(PostgresUrl.Setting.class)
    PostgresUrl postgres();

    /** As {@code SIGHTLINE_KAFKA} has it. */
    @WithConverter(BrokerList.Setting.class)
    BrokerList kafka();
}
