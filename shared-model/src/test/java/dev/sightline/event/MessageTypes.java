package dev.sightline.event;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;

/** The records of this package that travel. */
final class MessageTypes {

    private MessageTypes() {}

    static List<Class<?>> all() {
        return new ClassFileImporter()
                .importPackagesOf(Topic.class).stream()
                        .filter(found -> found.isAnnotatedWith(MessageType.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }
}
