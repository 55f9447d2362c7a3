package dev.sightline.signals.scout.agent;

import dev.sightline.model.ModelException;
import dev.sightline.signals.scout.fleet.Skill;
import dev.sightline.signals.scout.run.RunEnd;
import dev.sightline.signals.scout.run.ScoutRun;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Talks with models within the time that a run may take. */
@ApplicationScoped
class Conversations {

    private final Toolbox toolbox;
    private final AgentConfig config;

    Conversations(Toolbox toolbox, AgentConfig config) {
        this.toolbox = toolbox;
        this.config = config;
    }

    /** How the run ends that follows a skill; never fails because of the model or a tool's arguments. */
    Uni<RunEnd> hold(ScoutRun run, Skill skill, AgentModels.Choice choice) {
        Prompt prompt = Prompt.of(run, skill, toolbox.allowed(skill.text().allowedTools()));
        return new Conversation(prompt, choice, config)
                .run()
                .onFailure(ModelException.class)
                .recoverWithItem(failure -> new RunEnd.Failed("The model failed: " + failure.getMessage()))
                .ifNoItem()
                .after(config.time())
                .recoverWithItem(() -> new RunEnd.Failed(
                        "The run was stopped after " + config.time().toSeconds() + " seconds."));
    }
}
