package dev.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelAnswerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1}",
                " {\"a\":1}\n",
                "```json\n{\"a\":1}\n```",
                "```\n{\"a\":1}```",
                "\n```JSON {\"a\":1}\n```\n",
                "```json\n{\"a\":1}"
            })
    void aFenceIsNoPartOfTheAnswer(String text) {
        assertEquals("{\"a\":1}", ModelAnswer.unfenced(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"```json x```\"}", "no JSON at all", ""})
    void whatStandsInsideStays(String text) {
        assertEquals(text, ModelAnswer.unfenced(text));
    }
}
