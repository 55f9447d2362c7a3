package dev.sightline.vision.analysis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of defect a finding is (spec/vision.md 17). */
public enum ProblemType {
    BUG,
    CRASH,
    DESIGN_FLAW,
    UX_FRICTION;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
