/**
 * People, as far as filters ask for them: the properties that events set, and the names under which somebody came. What
 * a person did is in the events of {@code recording}.
 */
package dev.sightline.vision.person;
