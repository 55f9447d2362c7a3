package dev.sightline.signals.imports;

import dev.sightline.auth.GithubConnection;
import dev.sightline.signals.github.Repository;

/** A repository and the connection that reads it. */
record Place(GithubConnection connection, Repository repository) {}
