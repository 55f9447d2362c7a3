package dev.sightline.observability.dataset;

import dev.sightline.auth.Directory;
import dev.sightline.auth.UserView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who made a dataset or an item, as answers show it. */
@ApplicationScoped
class Creators {

    private final Directory directory;

    Creators(Directory directory) {
        this.directory = directory;
    }

    /** Null for nobody and for somebody who is gone. */
    UserView view(Integer userId) {
        return UserView.of(
                Optional.ofNullable(userId).flatMap(directory::person).orElse(null));
    }
}
