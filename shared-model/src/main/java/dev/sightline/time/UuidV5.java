package dev.sightline.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;

/** Identifiers of version 5 (RFC 9562): the same name always gets the same one. */
public final class UuidV5 {

    /** Sightline's own name space; the number means nothing else. */
    private static final UUID NAMESPACE = UUID.fromString("6f1f5a1e-93a4-4f2c-9d0b-2c6a5a4f7c11");

    private static final NameBasedGenerator GENERATOR = Generators.nameBasedGenerator(NAMESPACE);

    private UuidV5() {}

    public static UUID of(String name) {
        return GENERATOR.generate(name);
    }
}
