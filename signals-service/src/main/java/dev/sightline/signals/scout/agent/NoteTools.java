package dev.sightline.signals.scout.agent;

import dev.sightline.signals.scout.scratchpad.Scratchpad;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads and writes the project's notes. */
@ApplicationScoped
class NoteTools implements Tools {

    private final Scratchpad scratchpad;

    NoteTools(Scratchpad scratchpad) {
        this.scratchpad = scratchpad;
    }

    @Override
    public List<Tool> tools() {
        return List.of(
                Tools.tool(
                        "notes",
                        "The project's notes, last changed first. Optional: text (in key or content), limit.",
                        (run, sent) -> scratchpad.search(run.projectId(), sent.optional("text"), sent.limit())),
                Tools.tool(
                        "remember",
                        "Writes a note in the place of the one with that key. Required: key, content.",
                        (run, sent) -> scratchpad.write(
                                run.projectId(), sent.text("key", 300), sent.text("content", 50_000), run.id())),
                Tools.tool(
                        "forget",
                        "Deletes a note. Required: key.",
                        (run, sent) -> scratchpad.forget(run.projectId(), sent.text("key", 300))));
    }
}
