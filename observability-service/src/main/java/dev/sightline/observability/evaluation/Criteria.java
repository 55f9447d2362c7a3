package dev.sightline.observability.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is judged, and by whom. */
public sealed interface Criteria {

    /** Whether "does not apply" is a verdict. */
    boolean allowsNa();

    EvaluationType type();

    /** The configuration as the API shows it. */
    ObjectNode config();

    /** A model judges by a prompt. */
    record Judged(String prompt, boolean allowsNa) implements Criteria {
        @Override
        public EvaluationType type() {
            return EvaluationType.LLM_JUDGE;
        }

        @Override
        public ObjectNode config() {
            return JsonNodeFactory.instance.objectNode().put("prompt", prompt);
        }
    }

    /**
     * A program judges.
     *
     * @param bytecode what the source compiles to
     */
    record Coded(String source, String bytecode, boolean allowsNa) implements Criteria {
        @Override
        public EvaluationType type() {
            return EvaluationType.HOG;
        }

        @Override
        public ObjectNode config() {
            return JsonNodeFactory.instance.objectNode().put("source", source);
        }
    }
}
