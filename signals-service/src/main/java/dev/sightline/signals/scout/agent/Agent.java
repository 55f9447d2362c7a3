package dev.sightline.signals.scout.agent;

import dev.sightline.auth.Directory;
import dev.sightline.auth.Organization;
import dev.sightline.model.ModelException;
import dev.sightline.signals.scout.fleet.Skill;
import dev.sightline.signals.scout.fleet.SkillStore;
import dev.sightline.signals.scout.run.RunEnd;
import dev.sightline.signals.scout.run.ScoutRun;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Has a language model carry out a run. Without one the run fails and says so. */
@ApplicationScoped
public class Agent {

    private final AgentModels models;
    private final Toolbox toolbox;
    private final SkillStore skills;
    private final Directory directory;
    private final Pool pool;
    private final AgentConfig config;

    Agent(AgentModels models, Toolbox toolbox, SkillStore skills, Directory directory, Pool pool, AgentConfig config) {
        this.models = models;
        this.toolbox = toolbox;
        this.skills = skills;
        this.directory = directory;
        this.pool = pool;
        this.config = config;
    }

    /** How the run ends; never fails because of the model or a tool's arguments. */
    public Uni<RunEnd> run(ScoutRun run) {
        Optional<AgentModels.Choice> choice = models.of(run.projectId());
        if (choice.isEmpty()) {
            return failed("This scout needs a language model and none is configured:"
                    + " set sightline.signals.model.provider and its companions.");
        }
        if (!approved(run.projectId())) {
            return failed("The organization has not approved AI data processing.");
        }
        return skills.find(pool, run.projectId(), run.skill().name())
                .flatMap(skill -> skill.isPresent()
                        ? converse(run, skill.get(), choice.get())
                        : failed("The project has no scout of that name any more."));
    }

    private boolean approved(int projectId) {
        return directory
                .organizationOf(projectId)
                .map(Organization::aiDataProcessingApproved)
                .orElse(false);
    }

    private Uni<RunEnd> converse(ScoutRun run, Skill skill, AgentModels.Choice choice) {
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

    private static Uni<RunEnd> failed(String error) {
        return Uni.createFrom().item(new RunEnd.Failed(error));
    }
}
