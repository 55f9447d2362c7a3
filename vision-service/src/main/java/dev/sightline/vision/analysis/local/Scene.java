package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.timeline.Moment;
import dev.sightline.vision.analysis.timeline.MomentKind;

/** A moment and the words by which topics find it. */
record Scene(Moment moment, Words words) {

    static Scene of(Moment moment) {
        String text = moment.where().path() + " " + moment.where().element().name() + " " + moment.text();
        return new Scene(moment, Words.of(text));
    }

    MomentKind kind() {
        return moment.kind();
    }
}
