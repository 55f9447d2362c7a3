package dev.sightline.model;

import java.util.List;

/** One turn of a conversation. */
public record ModelMessage(Role role, String text, List<Image> images) {

    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    /** A picture: its media type and bytes. */
    public record Image(String mediaType, byte[] bytes) {}

    public static ModelMessage system(String text) {
        return new ModelMessage(Role.SYSTEM, text, List.of());
    }

    public static ModelMessage user(String text) {
        return new ModelMessage(Role.USER, text, List.of());
    }

    public static ModelMessage assistant(String text) {
        return new ModelMessage(Role.ASSISTANT, text, List.of());
    }
}
