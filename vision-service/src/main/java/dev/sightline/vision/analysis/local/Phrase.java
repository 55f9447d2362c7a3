package dev.sightline.vision.analysis.local;

import java.util.List;

/** Words that follow each other; one that ends in {@code *} stands for all that begin so. */
record Phrase(List<String> words) {

    static Phrase of(String text) {
        return new Phrase(List.of(text.split(" ")));
    }

    int length() {
        return words.size();
    }

    boolean standsAt(int position, Words text) {
        if (position + words.size() > text.all().size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!fits(words.get(i), text.all().get(position + i))) {
                return false;
            }
        }
        return true;
    }

    boolean standsIn(Words text) {
        for (int position = 0; position < text.all().size(); position++) {
            if (standsAt(position, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String word, String found) {
        return word.endsWith("*") ? found.startsWith(word.substring(0, word.length() - 1)) : found.equals(word);
    }
}
