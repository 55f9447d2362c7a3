package dev.sightline.observability.hog.vm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/** The text of values: the literal form that {@code print} shows and the plain one of {@code toString}. */
public final class Printer {

    private static final int MAX_DEPTH = 400;
    private static final int BRIEF = 200;
    private static final Limits BRIEF_LIMITS = Limits.standard().withMemory(1 << 20);

    private final BoundedText text;
    private final Deque<Object> path = new ArrayDeque<>();

    private Printer(Run run) {
        this.text = new BoundedText(run);
    }

    /** The literal form: what a program would have to say to get the value. */
    public static String literal(Run run, Object value) {
        Printer printer = new Printer(run);
        printer.write(value);
        return printer.text.toString();
    }

    /** A text as it is, everything else in its literal form. */
    public static String shown(Run run, Object value) {
        return value instanceof String string ? string : literal(run, value);
    }

    /** Texts as they are, dates and times in ISO form, everything else in its literal form. */
    public static String plain(Run run, Object value) {
        if (value instanceof DateTimeValue time) {
            return DateText.of(time);
        }
        return value instanceof DateValue date ? date.day().toString() : shown(run, value);
    }

    /** The literal form of a program's result, outside of any run. */
    public static String literal(Object value) {
        return literal(Run.outside(), value);
    }

    /** A short form for messages: at most about two hundred characters. */
    public static String brief(Object value) {
        try {
            String whole = shown(new Run(Globals.none(), BRIEF_LIMITS), value);
            return whole.length() <= BRIEF ? whole : whole.substring(0, BRIEF) + "…";
        } catch (Failure e) {
            return Types.of(value);
        }
    }

    private void write(Object value) {
        if (value instanceof String string) {
            text.expect(string.length());
            text.append(QuotedText.of(string));
        } else if (value instanceof Double number) {
            text.append(Numbers.text(number));
        } else if (value instanceof ListValue list) {
            nested(list, () -> list(list));
        } else if (value instanceof ObjectValue object) {
            nested(object, () -> object(object));
        } else if (value instanceof ErrorValue error) {
            nested(error, () -> error(error));
        } else {
            text.append(simple(value));
        }
    }

    private static String simple(Object value) {
        if (value instanceof FunctionValue function) {
            return "fn<%s(%d)>".formatted(QuotedText.name(function.name()), function.shownArity());
        }
        if (value instanceof DateTimeValue time) {
            return "DateTime(%s, %s)".formatted(Numbers.text(time.seconds()), QuotedText.of(time.zone()));
        }
        return value instanceof DateValue date
                ? "Date(%d, %d, %d)"
                        .formatted(
                                date.day().getYear(),
                                date.day().getMonthValue(),
                                date.day().getDayOfMonth())
                : String.valueOf(value);
    }

    private void nested(Object container, Runnable writing) {
        if (path.stream().anyMatch(outer -> outer == container)) {
            text.append("null");
            return;
        }
        if (path.size() == MAX_DEPTH) {
            throw Failure.value("Value is nested too deeply to print");
        }
        path.push(container);
        writing.run();
        path.pop();
    }

    private void list(ListValue list) {
        boolean named = list.isTuple() && list.size() < 2;
        text.append(named ? "tuple(" : list.isTuple() ? "(" : "[");
        Object[] items = list.peek();
        for (int i = 0; i < items.length; i++) {
            text.append(i == 0 ? "" : ", ");
            write(items[i]);
        }
        text.append(list.isTuple() ? ")" : "]");
    }

    private void object(ObjectValue object) {
        text.append("{");
        for (Iterator<Map.Entry<Object, Object>> i = object.peek().entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<Object, Object> entry = i.next();
            write(entry.getKey());
            text.append(": ");
            write(entry.getValue());
            text.append(i.hasNext() ? ", " : "");
        }
        text.append("}");
    }

    private void error(ErrorValue error) {
        text.append(error.type() + "(" + QuotedText.of(error.message()));
        if (error.payload() != null) {
            text.append(", ");
            write(error.payload());
        }
        text.append(")");
    }
}
