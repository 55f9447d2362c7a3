package dev.sightline.observability.capture.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceListTest {

    private final PriceList bundled = new PriceList(PriceFile.bundled());

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, gpt-4o",
        "GPT-4o , gpt-4o",
        "gpt-4o-2024-08-06, gpt-4o",
        "gpt-4o-2024-05-13, gpt-4o-2024-05-13",
        "gpt-3.5-turbo-0125, gpt-3.5-turbo",
        "openai/gpt-4o-mini, gpt-4o-mini",
        "claude-sonnet-4-5-20250929, claude-sonnet-4-5",
        "anthropic/claude-sonnet-4.5, claude-sonnet-4-5",
        "us.anthropic.claude-sonnet-4-5-20250929-v1:0, claude-sonnet-4-5",
        "claude-3-5-sonnet-latest, claude-3-5-sonnet",
        "claude-haiku-4-5@20251001, claude-haiku-4-5",
        "models/gemini-2.5-flash, gemini-2.5-flash",
        "gemini-3-flash-preview, gemini-3-flash-preview"
    })
    void findsAModelByTheNamesItGoesBy(String sent, String listed) {
        assertEquals(Optional.of(listed), bundled.of(sent).map(Price::model));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpt-4o-audio", "gpt-5.9", "my-gpt-4o", "gpt-4o-mini-tts", "claude", "/"})
    void doesNotTakeOneModelForAnother(String sent) {
        assertTrue(bundled.of(sent).isEmpty());
    }

    @Test
    void everyBundledPriceIsPlausible() {
        PriceFile.bundled().providers().forEach(provider -> provider.models().forEach(model -> {
            assertTrue(model.input().signum() > 0, model.model());
            assertTrue(model.output().signum() >= 0, model.model());
            assertTrue(model.cacheRead() == null || model.cacheRead().compareTo(model.input()) < 0, model.model());
            assertTrue(model.cacheWrite() == null || model.cacheWrite().compareTo(model.input()) > 0, model.model());
        }));
    }

    @Test
    void readsAListOfOnesOwn() throws IOException {
        PriceList own = new PriceList(
                PriceFile.of(
                        file(
                                "{\"providers\":[{\"provider\":\"me\",\"as_of\":\"2026-11-21\",\"models\":[{\"model\":\"m\",\"input\":1,\"output\":2}]}]}")));

        assertEquals("0.000001", own.of("m").orElseThrow().input().toPlainString());
        assertTrue(own.of("gpt-4o").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"providers\":[{\"provider\":\"p\",\"models\":[]}]}",
                "{\"providers\":[{\"provider\":\"p\",\"as_of\":\"soon\",\"models\":[]}]}",
                "{\"providers\":[{\"provider\":\"p\",\"as_of\":\"2026-01-01\",\"models\":[{\"model\":\"m\",\"input\":1}]}]}"
            })
    void refusesAListItCannotUse(String text) throws IOException {
        Path file = file(text);

        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> PriceFile.of(file));

        assertTrue(refused.getMessage().startsWith(file.toString()), refused.getMessage());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("prices.json"), text);
    }
}
