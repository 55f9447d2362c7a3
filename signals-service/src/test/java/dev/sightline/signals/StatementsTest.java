package dev.sightline.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The driver keeps a prepared statement only if it has fewer than 2,048 characters; longer ones are planned each time. */
class StatementsTest {

    private static final int KEPT = 2_048;

    @Test
    void statementsAreShortEnoughToBePreparedOnce() {
        List<Field> statements = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                .importPackages("dev.sightline.signals").stream()
                        .filter(found -> found.getSimpleName().endsWith("Queries"))
                        .map(JavaClass::reflect)
                        .flatMap(found -> Stream.of(found.getDeclaredFields()))
                        .filter(field -> field.getType() == String.class && Modifier.isStatic(field.getModifiers()))
                        .toList();

        assertTrue(statements.size() > 50, "Found only " + statements.size());
        assertEquals(
                List.of(),
                statements.stream()
                        .filter(field -> text(field).length() >= KEPT)
                        .toList());
    }

    private static String text(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
