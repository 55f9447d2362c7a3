package dev.sightline.local.endtoend;

import dev.sightline.local.endtoend.Cluster.NotStarted;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests the one cluster of this JVM: started for the first that asks, closed after the last test of all. */
final class ClusterExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Cluster resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(Cluster.class, key -> start(), Cluster.class);
    }

    private static Cluster start() {
        try {
            return Cluster.start(Path.of("target/cluster").toAbsolutePath());
        } catch (IOException | SQLException e) {
            throw new NotStarted(e);
        }
    }
}
