package dev.sightline.signals.artefact.content;

import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;

/** A remark in Markdown. */
record Note(@Required String note, @Nullable String author) {}
