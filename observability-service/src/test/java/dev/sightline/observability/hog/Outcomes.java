package dev.sightline.observability.hog;

import dev.sightline.observability.hog.grammar.HogCompileException;
import dev.sightline.observability.hog.grammar.HogSyntaxException;
import dev.sightline.observability.hog.vm.Printer;
import dev.sightline.observability.hog.vm.Result;

/** Outcomes in the form the expectations of the program files have. */
final class Outcomes {

    private Outcomes() {}

    static String text(Result result) {
        String printed = result.printed().isEmpty() ? "" : result.printed() + "\n";
        if (result instanceof Result.Returned returned) {
            return printed + "=> " + Printer.literal(returned.value());
        }
        Result.Failed failed = (Result.Failed) result;
        return printed + "!! " + failed.kind().label() + ": " + failed.message();
    }

    static String text(HogCompileException e) {
        return "!! compile error: " + (e instanceof HogSyntaxException ? "SyntaxError: " : "") + e.getMessage();
    }
}
