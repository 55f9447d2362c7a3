package dev.sightline.sql;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Statements of one connection that do not need each other's answers. They are sent in their order without waiting in
 * between, and the server executes them in that order: one way to it and back instead of one each.
 */
public final class Together {

    private Together() {}

    /** Completes when all have; fails with the first failure, upon which the caller's transaction is to be rolled back. */
    public static Uni<Void> of(Uni<?>... statements) {
        return Uni.combine().all().unis(List.of(statements)).discardItems();
    }
}
