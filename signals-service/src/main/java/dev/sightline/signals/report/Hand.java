package dev.sightline.signals.report;

import dev.sightline.activity.Actor;
import dev.sightline.auth.Caller;
import dev.sightline.auth.Person;
import dev.sightline.signals.artefact.Author;

/**
 * Who lays hand on reports of a project.
 *
 * @param author whose name the artefacts carry
 */
record Hand(int projectId, Person person, Actor actor, Author author) {

    static Hand of(Caller caller, Author author) {
        return new Hand(caller.projectId(), caller.person(), Actor.of(caller), author);
    }
}
