package dev.sightline.vision;

import dev.sightline.testing.ServersResource;
import io.quarkus.test.common.QuarkusTestResource;

/** Gives every test of this module a real Postgres, a real Kafka and a provider of language models on this machine. */
@QuarkusTestResource(ServersResource.class)
@QuarkusTestResource(ProviderDouble.class)
class TestServices {}
