package dev.sightline.vision.analysis;

/**
 * Why an answer is what it is, and how sure.
 *
 * @param confidence 0 to 1
 */
public record Judgement(CitedText reasoning, double confidence) {

    public Judgement {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new InvalidOutput("confidence must lie between 0 and 1");
        }
        if (reasoning.plain().isBlank()) {
            throw new InvalidOutput("the prose must not be empty");
        }
    }
}
