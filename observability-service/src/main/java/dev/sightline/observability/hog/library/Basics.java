package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.BoundedText;
import dev.sightline.observability.hog.vm.Builtin;
import dev.sightline.observability.hog.vm.ErrorValue;
import dev.sightline.observability.hog.vm.Printer;
import dev.sightline.observability.hog.vm.Run;
import dev.sightline.observability.hog.vm.Types;

/** Printing, types and errors. */
final class Basics {

    private Basics() {}

    static void register(Registry library) {
        library.add("print", 0, Builtin.UNBOUNDED, Basics::print)
                .add("typeof", 1, (run, a) -> Types.of(a[0]))
                .add("Error", 0, 2, (run, a) -> error(run, "Error", a, 0))
                .add("RetryError", 0, 2, (run, a) -> error(run, "RetryError", a, 0))
                .add("NotImplementedError", 0, 2, (run, a) -> error(run, "NotImplementedError", a, 0))
                .add("HogError", 1, 3, (run, a) -> error(run, text(run, a[0]), a, 1));
    }

    private static Object print(Run run, Object[] arguments) {
        BoundedText line = new BoundedText(run);
        for (int i = 0; i < arguments.length; i++) {
            line.append(i == 0 ? "" : " ").append(Printer.shown(run, arguments[i]));
        }
        run.print(line.toString());
        return null;
    }

    private static ErrorValue error(Run run, String type, Object[] arguments, int first) {
        String message = text(run, Arguments.optional(arguments, first));
        return new ErrorValue(type, message, Arguments.optional(arguments, first + 1));
    }

    private static String text(Run run, Object value) {
        return value == null ? null : Printer.plain(run, value);
    }
}
