package dev.sightline.vision;

import dev.sightline.testing.ServersResource;
import io.quarkus.test.common.QuarkusTestResource;

/** Gives every test of this module a real Postgres and a real Kafka. */
@QuarkusTestResource(ServersResource.class)
class TestServices {}
