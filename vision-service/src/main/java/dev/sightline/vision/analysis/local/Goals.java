package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.timeline.Moment;
import dev.sightline.vision.analysis.timeline.MomentKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What visitors come for, and how near one came: a basket is on the way to an order. */
final class Goals {

    private static final Set<MomentKind> STEPS =
            EnumSet.of(MomentKind.PAGE, MomentKind.SUBMIT, MomentKind.FORM_ABANDONED, MomentKind.EVENT);
    private static final int LAST_STEPS = 3;

    private final Topic buying;
    private final Topic basket;
    private final Topic signup;
    private final Topic account;

    Goals(Vocabulary vocabulary) {
        this.buying = vocabulary.topic("buying");
        this.basket = vocabulary.topic("basket");
        this.signup = vocabulary.topic("signup");
        this.account = vocabulary.topic("account");
    }

    /** The last steps towards the goal a text names, or towards any where it names none. */
    List<Moment> approached(List<Scene> scenes, Meaning meaning) {
        List<Moment> steps = scenes.stream()
                .filter(scene -> STEPS.contains(scene.kind()) && towards(scene, meaning))
                .map(Scene::moment)
                .toList();
        return steps.subList(Math.max(0, steps.size() - LAST_STEPS), steps.size());
    }

    /** Who looks at orders in an account has bought already. */
    private boolean towards(Scene scene, Meaning meaning) {
        if (account.covers(scene) && !meaning.names("account")) {
            return false;
        }
        boolean shopping = buying.covers(scene) || basket.covers(scene);
        if (meaning.topics().isEmpty()) {
            return shopping || signup.covers(scene);
        }
        return meaning.about(scene) || meaning.names("buying") && shopping;
    }
}
