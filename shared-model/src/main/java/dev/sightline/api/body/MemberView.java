package dev.sightline.api.body;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;

/** One member of a request body as {@code OPTIONS} describes it. */
@JsonPropertyOrder({"type", "required", "read_only", "label"})
public record MemberView(String type, boolean required, boolean readOnly, String label) {

    static MemberView of(Member member) {
        String words = member.name().replace('_', ' ');
        String label = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return new MemberView(member.kind().word(), member.rules().required(), false, label);
    }
}
