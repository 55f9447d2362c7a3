package dev.sightline.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.json.Json;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MessagesTest {

    @Property(tries = 500)
    void everyMessageComesBackAsItWasSent(@ForAll("messages") Object message) {
        assertEquals(message, Json.read(Json.write(message), message.getClass()));
    }

    @Provide
    Arbitrary<Object> messages() {
        return Arbitraries.of(MessageTypes.all()).flatMap(AnyRecord::of);
    }

    @Example
    void everyTypeHasItsOwnVersionedName() {
        List<String> names = MessageTypes.all().stream().map(MessagesTest::name).toList();

        assertTrue(names.size() >= 7, names::toString);
        assertEquals(names.size(), names.stream().distinct().count());
        names.forEach(name -> assertTrue(name.matches("dev\\.sightline\\.[a-z.]+\\.v\\d+"), name));
    }

    private static String name(Class<?> type) {
        return type.getAnnotation(MessageType.class).value();
    }
}
