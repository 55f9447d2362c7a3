package dev.sightline.vision.analysis.timeline;

import dev.sightline.vision.analysis.timeline.Moments.What;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The forms of one page: begun when somebody types into them, sent when one of their buttons is clicked, abandoned when
 * the page or the recording ends before. Search boxes are no forms; fields that stand in no form count as one form when
 * two of them were filled in.
 */
final class Forms {

    /** Leaving the page this soon after typing, without a click, is sending by the Enter key. */
    private static final long ENTER_MS = 2_000;

    private static final int MAX_FORMS = 50;
    private static final int MAX_FIELDS = 30;

    private final Moments moments;
    private final Map<String, Form> forms = new LinkedHashMap<>();

    Forms(Moments moments) {
        this.moments = moments;
    }

    private static final class Form {
        private final String name;
        private final boolean real;
        private final Set<String> fields = new LinkedHashSet<>();
        private String url = "";
        private long from;
        private long last;

        Form(String name, boolean real) {
            this.name = name;
            this.real = real;
        }

        boolean begun() {
            return real || fields.size() > 1;
        }

        Place where() {
            return new Place(url, new Element("form", name));
        }
    }

    /** @param node the form's element, null if the field stands in none */
    void input(long at, DomNode node, Place field) {
        if (forms.size() >= MAX_FORMS || isSearch(node)) {
            return;
        }
        Form form = forms.computeIfAbsent(name(node), name -> new Form(name, node != null));
        if (form.fields.isEmpty()) {
            form.from = at;
            form.url = field.url();
        }
        form.last = at;
        if (form.fields.size() < MAX_FIELDS) {
            form.fields.add(field.element().name());
        }
    }

    /** A button was clicked: its form is sent. */
    void button(long at, DomNode node) {
        Form sent = forms.remove(name(node));
        if (sent != null && sent.begun()) {
            moments.add(MomentKind.SUBMIT, at, at, new What(fields(sent), sent.where()));
        }
    }

    /** The page was left. */
    void leave(long at, boolean clicked) {
        forms.values().stream()
                .filter(form -> form.begun() && (clicked || at - form.last > ENTER_MS))
                .forEach(this::abandoned);
        forms.clear();
    }

    void finish() {
        forms.values().stream().filter(Form::begun).forEach(this::abandoned);
        forms.clear();
    }

    private void abandoned(Form form) {
        moments.add(MomentKind.FORM_ABANDONED, form.from, form.last, new What(fields(form), form.where()));
    }

    private static String fields(Form form) {
        return "filled in " + String.join(", ", form.fields);
    }

    private static boolean isSearch(DomNode form) {
        return form != null
                && (form.attribute(Attribute.ROLE).equals("search")
                        || name(form).contains("search"));
    }

    private static String name(DomNode form) {
        if (form == null) {
            return "";
        }
        String label = form.attribute(Attribute.ARIA_LABEL);
        String id = form.attribute(Attribute.ID);
        return !label.isEmpty() ? label : !id.isEmpty() ? id : form.attribute(Attribute.NAME);
    }
}
