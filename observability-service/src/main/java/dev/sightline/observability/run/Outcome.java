package dev.sightline.observability.run;

import dev.sightline.event.SignalEmitted;
import dev.sightline.observability.evaluation.Evaluation;
import dev.sightline.observability.evaluation.StatusReason;
import dev.sightline.observability.generation.Generation;
import dev.sightline.observability.run.judge.ErrorType;
import dev.sightline.observability.run.judge.Finding;
import dev.sightline.observability.run.judge.JudgeFailure;
import dev.sightline.observability.run.judge.Judgement;
import java.util.Optional;

/** How a run came out. */
sealed interface Outcome {

    /** In the words of the API. */
    String status();

    /** What kept it from being judged; null if nothing did. */
    default ErrorType type() {
        return null;
    }

    /** The same for people. */
    default String detail() {
        return null;
    }

    /**
     * The event was judged.
     *
     * @param judgement empty for a program
     * @param signal what the inbox should hear, if anything
     */
    record Judged(
            Evaluation evaluation,
            Generation generation,
            Finding finding,
            Optional<Judgement> judgement,
            Optional<SignalEmitted> signal)
            implements Outcome {
        @Override
        public String status() {
            return "succeeded";
        }
    }

    /** Nothing was judged, and nobody is at fault. */
    record Skipped(ErrorType type, String detail) implements Outcome {
        @Override
        public String status() {
            return "skipped";
        }
    }

    /**
     * It did not work.
     *
     * @param reason why the evaluation cannot go on; empty if it can
     * @param report what was learned of a key
     */
    record Failed(ErrorType type, String detail, Optional<StatusReason> reason, Optional<JudgeFailure.KeyReport> report)
            implements Outcome {

        static Failed of(ErrorType type, String detail) {
            return new Failed(type, detail, Optional.empty(), Optional.empty());
        }

        @Override
        public String status() {
            return "failed";
        }
    }

    /** What a judge's failure makes of a run: an answer that cannot be read is a skip. */
    static Outcome of(JudgeFailure failure) {
        return failure.type() == ErrorType.PARSE_ERROR
                ? new Skipped(failure.type(), failure.getMessage())
                : new Failed(failure.type(), failure.getMessage(), failure.reason(), failure.report());
    }
}
