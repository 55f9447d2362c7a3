package dev.sightline.testing;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Points every service under test to the directory that {@link TestDirectory} writes. */
public final class TestDirectoryConfig implements ConfigSource {

    private static final String PROPERTY = "sightline.directory";

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(PROPERTY);
    }

    @Override
    public String getValue(String name) {
        return name.equals(PROPERTY) ? TestDirectory.file().toString() : null;
    }

    @Override
    public String getName() {
        return "test directory";
    }

    /** Above the shared defaults and the environment, below what a test says itself. */
    @Override
    public int getOrdinal() {
        return 350;
    }
}
