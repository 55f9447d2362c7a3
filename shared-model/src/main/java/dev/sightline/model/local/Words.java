package dev.sightline.model.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * A text as a search engine for English sees it: lower-cased stems in reading order, without stop words, with
 * {@code camelCase} and {@code snake_case} identifiers taken apart.
 *
 * <p>Words of other languages pass through unstemmed. Safe for use by several threads.
 */
public final class Words {

    /** Characters of a text that are looked at; the rest is ignored. About the 8,000 tokens a signal may have. */
    public static final int MAX_CHARACTERS = 32_768;

    private static final int MAX_WORD = 64;
    private static final EnglishWords ANALYZER = new EnglishWords();

    private Words() {}

    /** The stems of a text, repeated as often as they occur. */
    public static List<String> of(String text) {
        try (TokenStream stream = ANALYZER.tokenStream("text", bounded(text))) {
            return collect(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> collect(TokenStream stream) throws IOException {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        List<String> stems = new ArrayList<>();
        stream.reset();
        while (stream.incrementToken()) {
            stems.add(term.toString().substring(0, Math.min(MAX_WORD, term.length())));
        }
        stream.end();
        return stems;
    }

    private static String bounded(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
    }
}
