package dev.sightline.vision.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannerConfigTest {

    @Test
    void defaultsAreApplied() {
        assertEquals(new ScannerConfig.Monitor("Did it?", false), read(ScannerType.MONITOR, "{'prompt':'Did it?'}"));
        assertEquals(
                new ScannerConfig.Classifier("Which?", List.of("Bug", "fine"), true, false),
                read(ScannerType.CLASSIFIER, "{'prompt':'Which?','tags':['Bug','fine']}"));
        assertEquals(
                new ScannerConfig.Scorer("How much?", new ScannerConfig.Scale(0, 10.5, null)),
                read(ScannerType.SCORER, "{'prompt':'How much?','scale':{'min':0,'max':10.5}}"));
        assertEquals(
                new ScannerConfig.Summarizer("What?", ScannerConfig.Length.MEDIUM),
                read(ScannerType.SUMMARIZER, "{'prompt':'What?'}"));
    }

    @Test
    void whatIsSentIsKept() {
        assertEquals(
                new ScannerConfig.Monitor(" p ", true),
                read(ScannerType.MONITOR, "{'prompt':' p ','allow_inconclusive':true}"));
        assertEquals(
                new ScannerConfig.Scorer("p", new ScannerConfig.Scale(-1, 1, "mood")),
                read(ScannerType.SCORER, "{'prompt':'p','scale':{'min':-1,'max':1,'label':'mood'}}"));
        assertEquals(
                new ScannerConfig.Summarizer("p", ScannerConfig.Length.LONG),
                read(ScannerType.SUMMARIZER, "{'prompt':'p','length':'long'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "monitor    | []                                                   | must be an object",
                "monitor    | null                                                 | must be an object",
                "monitor    | {}                                                   | prompt",
                "monitor    | {'prompt':'  '}                                      | prompt",
                "monitor    | {'prompt':7}                                         | prompt",
                "monitor    | {'prompt':'p','allow_inconclusive':'yes'}            | allow_inconclusive",
                "monitor    | {'prompt':'p','allow_inconclusive':null}             | allow_inconclusive",
                "monitor    | {'prompt':'p','tags':[],'b':1,'a':2}                 | a, b, tags",
                "monitor    | {'prompt':'p','scanner_type':'monitor'}              | scanner_type",
                "monitor    | {'prompt':'p','emits_signals':true}                  | emits_signals",
                "classifier | {'prompt':'p'}                                       | Tags are required",
                "classifier | {'prompt':'p','tags':[]}                             | Tags are required",
                "classifier | {'prompt':'p','tags':'x'}                            | Tags are required",
                "classifier | {'prompt':'p','tags':['a',1]}                        | Each tag",
                "classifier | {'prompt':'p','tags':['a',' ']}                      | Each tag",
                "classifier | {'prompt':'p','tags':['!?']}                         | '!?'",
                "classifier | {'prompt':'p','tags':['Bug','x','bug']}              | 'Bug' and 'bug'",
                "classifier | {'prompt':'p','tags':['login issue','login_issue']}  | 'login issue' and 'login_issue'",
                "classifier | {'prompt':'p','tags':['a'],'multi_label':'x'}        | multi_label",
                "classifier | {'prompt':'p','tags':['a'],'allow_freeform_tags':1}  | allow_freeform_tags",
                "scorer     | {'prompt':'p'}                                       | scale",
                "scorer     | {'prompt':'p','scale':{'min':0}}                     | max",
                "scorer     | {'prompt':'p','scale':{'min':'0','max':1}}           | min",
                "scorer     | {'prompt':'p','scale':{'min':true,'max':1}}          | min",
                "scorer     | {'prompt':'p','scale':{'min':1,'max':1}}             | less than",
                "scorer     | {'prompt':'p','scale':{'min':2,'max':1}}             | less than",
                "scorer     | {'prompt':'p','scale':{'min':0,'max':1,'label':3}}   | label",
                "scorer     | {'prompt':'p','scale':{'min':0,'max':1,'step':1}}    | step",
                "summarizer | {'prompt':'p','length':'huge'}                       | short, medium, long",
                "summarizer | {'prompt':'p','length':null}                         | length",
            })
    void aBrokenRuleIsNamed(String type, String json, String named) {
        InvalidScannerConfig invalid = assertThrows(
                InvalidScannerConfig.class, () -> read(ScannerType.of(type).orElseThrow(), json));

        assertTrue(invalid.getMessage().contains(named), invalid.getMessage());
    }

    @Test
    void limitsOfLength() {
        String longest = "p".repeat(20_000);
        assertEquals(
                longest,
                read(ScannerType.MONITOR, "{'prompt':'" + longest + "'}").prompt());
        assertRefused(ScannerType.MONITOR, "{'prompt':'" + longest + "p'}");
        assertEquals(
                100,
                ((ScannerConfig.Classifier) read(ScannerType.CLASSIFIER, tags(100)))
                        .tags()
                        .size());
        assertRefused(ScannerType.CLASSIFIER, tags(101));
        assertRefused(ScannerType.CLASSIFIER, "{'prompt':'p','tags':['" + "t".repeat(101) + "']}");
    }

    @Test
    void thePromptIsCheckedBeforeTheRest() {
        InvalidScannerConfig invalid = assertThrows(
                InvalidScannerConfig.class, () -> read(ScannerType.SCORER, "{'unknown':1,'scale':{'min':2,'max':1}}"));

        assertTrue(invalid.getMessage().contains("prompt"), invalid.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"Bug,bug", "login issue,login_issue", "--A/b  c!--,--a_b_c_--", "_ x _,x", "é,''", "a-b_c9,a-b_c9"})
    void slugs(String tag, String slug) {
        assertEquals(slug, Tags.slug(tag));
    }

    private static String tags(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "'t" + n + "'")
                .collect(Collectors.joining(",", "{'prompt':'p','tags':[", "]}"));
    }

    private static void assertRefused(ScannerType type, String json) {
        assertThrows(InvalidScannerConfig.class, () -> read(type, json));
    }

    private static ScannerConfig read(ScannerType type, String json) {
        JsonNode node = Json.read(json.replace('\'', '"'), JsonNode.class);
        return ScannerConfig.read(type, node);
    }
}
