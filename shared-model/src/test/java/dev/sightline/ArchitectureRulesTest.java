package dev.sightline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.sightline.testing.ArchitectureRules;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** The rules bite: a rule that lets everything pass would be worse than none. */
class ArchitectureRulesTest {

    static class Injected {
        @Inject
        Object part;
    }

    @Path("/sql")
    interface SqlResource {
        Pool pool();
    }

    @Test
    void injectedFieldIsFound() {
        assertTrue(breaks(ArchitectureRules.NOTHING_IS_INJECTED_INTO_FIELDS, Injected.class));
        assertFalse(breaks(ArchitectureRules.NOTHING_IS_INJECTED_INTO_FIELDS, SqlResource.class));
    }

    @Test
    void resourceWithSqlIsFound() {
        assertTrue(breaks(ArchitectureRules.RESOURCES_DO_NOT_TOUCH_SQL, SqlResource.class));
        assertFalse(breaks(ArchitectureRules.RESOURCES_DO_NOT_TOUCH_SQL, Injected.class));
    }

    private static boolean breaks(ArchRule rule, Class<?>... classes) {
        JavaClasses imported = new ClassFileImporter().importClasses(classes);
        return rule.evaluate(imported).hasViolation();
    }
}
