package dev.sightline.signals.pipeline;

import dev.sightline.model.local.Words;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a description points at: the quoted labels, the pages, the endpoints and the types of error in its title, and what
 * the messages of errors quote anywhere. Two descriptions that both name things of one kind and none in common speak of different
 * defects, however alike their words are.
 */
public record Marks(
        Set<String> labels, Set<String> pages, Set<String> endpoints, Set<String> errors, Set<String> operands) {

    private static final Pattern LABEL = Pattern.compile("['\"‘“]([^'\"‘’“”]{1,80})['\"’”](?!\\p{L})");
    private static final Pattern PATH = Pattern.compile(
            "(\\b(?:GET|HEAD|POST|PUT|PATCH|DELETE) )?(?:https?://[^\\s/]+|(?<![\\w/.<]))(/[\\w.~:%/-]*)");
    private static final Pattern ERROR = Pattern.compile("\\b[A-Z]\\w*(?:Error|Exception)\\b");
    private static final Pattern MESSAGE = Pattern.compile("\\b[A-Z]\\w*(?:Error|Exception): ([^\"\\n]{4,120})");
    private static final Pattern CLOSING = Pattern.compile("(?<=.)[/.:]+$");

    static Marks of(String description) {
        String title = description.strip().lines().findFirst().orElse("");
        Marks marks = new Marks(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>());
        LABEL.matcher(title).results().forEach(found -> marks.label(found.group(1)));
        PATH.matcher(title).results().forEach(marks::path);
        ERROR.matcher(title).results().forEach(found -> marks.errors.add(found.group()));
        MESSAGE.matcher(description).results().forEach(marks::message);
        return marks;
    }

    /** The text without the pages it names: two things that share no more than their place are not the same thing. */
    static String withoutPages(String text) {
        return PATH.matcher(text)
                .replaceAll(found -> found.group(1) == null ? " " : Matcher.quoteReplacement(found.group()));
    }

    private void path(MatchResult found) {
        (found.group(1) == null ? pages : endpoints)
                .add(CLOSING.matcher(found.group(2)).replaceFirst(""));
    }

    /** What the message quotes: {@code 'price'} in {@code Cannot read properties of null (reading 'price')}. */
    private void message(MatchResult found) {
        LABEL.matcher(found.group(1)).results().forEach(quoted -> operands.add(quoted.group(1)));
    }

    private void label(String text) {
        String stems = String.join(" ", Words.of(text));
        labels.add(stems.isEmpty() ? text : stems);
    }

    /** Whether anything is named at all. */
    boolean any() {
        return !(labels.isEmpty() && pages.isEmpty() && endpoints.isEmpty() && errors.isEmpty());
    }

    /** Whether they cannot speak of the same defect. The same endpoint is the same defect wherever it is called. */
    boolean contradict(Marks other) {
        if (!Collections.disjoint(endpoints, other.endpoints)) {
            return false;
        }
        return disjoint(labels, other.labels)
                || disjoint(errors, other.errors)
                || disjoint(operands, other.operands)
                || apart(pages, other.pages)
                || apart(endpoints, other.endpoints);
    }

    private static boolean disjoint(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && Collections.disjoint(some, others);
    }

    private static boolean apart(Set<String> some, Set<String> others) {
        return disjoint(some, others)
                && some.stream().noneMatch(one -> others.stream().anyMatch(other -> sameRoute(one, other)));
    }

    /** Whether two paths differ only in parts that name a thing: {@code /products/oak-table}, {@code /orders/17}. */
    private static boolean sameRoute(String one, String other) {
        String[] some = one.split("/");
        String[] others = other.split("/");
        boolean same = some.length == others.length;
        for (int i = 0; same && i < some.length; i++) {
            same = some[i].equals(others[i]) || (i > 1 && namesThing(some[i]) && namesThing(others[i]));
        }
        return same;
    }

    private static boolean namesThing(String part) {
        return part.indexOf('-') >= 0 || part.chars().anyMatch(Character::isDigit);
    }
}
