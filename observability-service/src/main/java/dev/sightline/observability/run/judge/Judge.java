package dev.sightline.observability.run.judge;

import dev.sightline.observability.evaluation.Criteria;
import dev.sightline.observability.generation.Generation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Judges generations with language models. */
@ApplicationScoped
public class Judge {

    private final Asking asking;
    private final JudgeConfig config;

    Judge(Asking asking, JudgeConfig config) {
        this.asking = asking;
        this.config = config;
    }

    /** Fails with a {@link JudgeFailure}. */
    public Uni<Judgement> judge(JudgeAccess judge, Criteria.Judged criteria, Generation generation) {
        AnswerForm form = AnswerForm.of(criteria.allowsNa());
        Asking.Question question = new Asking.Question(
                Conversation.of(criteria, generation, config.mostCharacters()), form.schemaName(), form.schema());
        return asking.ask(judge, question)
                .map(answer -> new Judgement(form.read(answer.text()), judge, answer.usage()));
    }
}
