package dev.sightline.observability.run.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What judges say (spec/observability.md 4.4.2). */
class AnswerFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reasoning\":\" Because. \",\"verdict\":true}",
                "```json\n{\"reasoning\":\"Because.\",\"verdict\":true}\n```",
                "```\n{\"reasoning\":\"Because.\",\"verdict\":true,\"more\":1}```"
            })
    void readsAVerdict(String text) {
        assertEquals(Finding.of(true, "Because."), AnswerForm.VERDICT.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "The answer was polite, so yes.",
                "{\"reasoning\":\"Because",
                "{\"reasoning\":\"Because.\"}",
                "{\"reasoning\":\"Because.\",\"verdict\":null}",
                "{\"reasoning\":\"Because.\",\"verdict\":\"true\"}",
                "{\"reasoning\":\"Because.\",\"verdict\":1}",
                "{\"reasoning\":7,\"verdict\":true}",
                "{\"verdict\":true}",
                "[true]",
                "true",
                "null"
            })
    void refusesWhatIsNone(String text) {
        JudgeFailure failure = assertThrows(JudgeFailure.class, () -> AnswerForm.VERDICT.read(text));

        assertEquals(ErrorType.PARSE_ERROR, failure.type());
    }

    @ParameterizedTest
    @CsvSource({
        "pass, true, true",
        "Fail., false, true",
        "n/a, , false",
        "NA, , false",
        "Not-Applicable, , false",
        "not applicable.., , false",
        "notapplicable, , false"
    })
    void readsAnOutcome(String outcome, Boolean verdict, boolean applicable) {
        Finding finding = AnswerForm.OUTCOME.read("{\"reasoning\":\"Because.\",\"outcome\":\" " + outcome + " \"}");

        assertEquals(new Finding(verdict, applicable, "Because."), finding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "true", ""})
    void refusesOtherOutcomes(String outcome) {
        assertThrows(
                JudgeFailure.class,
                () -> AnswerForm.OUTCOME.read("{\"reasoning\":\"Because.\",\"outcome\":\"" + outcome + "\"}"));
    }
}
