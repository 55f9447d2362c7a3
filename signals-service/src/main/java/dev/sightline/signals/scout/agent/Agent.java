package dev.sightline.signals.scout.agent;

import dev.sightline.signals.scout.Approval;
import dev.sightline.signals.scout.fleet.SkillStore;
import dev.sightline.signals.scout.run.RunEnd;
import dev.sightline.signals.scout.run.ScoutRun;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Has a language model carry out a run. Without one the run fails and says so. */
@ApplicationScoped
public class Agent {

    private final AgentModels models;
    private final SkillStore skills;
    private final Approval approval;
    private final Conversations conversations;

    Agent(AgentModels models, SkillStore skills, Approval approval, Conversations conversations) {
        this.models = models;
        this.skills = skills;
        this.approval = approval;
        this.conversations = conversations;
    }

    /** How the run ends; never fails because of the model or a tool's arguments. */
    public Uni<RunEnd> run(ScoutRun run) {
        Optional<AgentModels.Choice> choice = models.of(run.projectId());
        if (choice.isEmpty()) {
            return failed("This scout needs a language model and none is configured:"
                    + " set sightline.signals.model.provider and its companions.");
        }
        if (!approval.given(run.projectId())) {
            return failed("The organization has not approved AI data processing.");
        }
        return skills.find(run.projectId(), run.skill().name())
                .flatMap(skill -> skill.isPresent()
                        ? conversations.hold(run, skill.get(), choice.get())
                        : failed("The project has no scout of that name any more."));
    }

    private static Uni<RunEnd> failed(String error) {
        return Uni.createFrom().item(new RunEnd.Failed(error));
    }
}
