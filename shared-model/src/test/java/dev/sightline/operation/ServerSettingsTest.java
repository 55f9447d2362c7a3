package dev.sightline.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://127.0.0.1:8432", "postgresql://db", "postgresql://db.data.svc:5432"})
    void takesAServer(String text) {
        assertEquals(text, PostgresUrl.of(text).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"db:5432", "postgresql://", "postgresql://db:5432/vision", "jdbc:postgresql://db", "http://db"})
    void namesTheSettingOfWhatIsNone(String text) {
        var refused = assertThrows(IllegalArgumentException.class, () -> PostgresUrl.of(text));

        assertTrue(refused.getMessage().startsWith("SIGHTLINE_POSTGRES_URL must be"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8092", "kafka-0.kafka:9092,kafka-1.kafka:9092", "a:1, b:2"})
    void takesBrokers(String text) {
        assertEquals(text, BrokerList.of(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "broker:", "http://broker:9092", "a:1,", "a b:1"})
    void namesTheSettingOfBrokersThatAreNone(String text) {
        var refused = assertThrows(IllegalArgumentException.class, () -> BrokerList.of(text));

        assertTrue(refused.getMessage().startsWith("SIGHTLINE_KAFKA must be"));
    }
}
