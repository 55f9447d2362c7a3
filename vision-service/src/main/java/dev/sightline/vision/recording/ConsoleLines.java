package dev.sightline.vision.recording;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Keeps the distinct lines of sessions' consoles, which session filters ask for. */
@ApplicationScoped
class ConsoleLines {

    private static final String INSERT = """
            insert into session_console_message (project_id, session_id, level, message)
            values ($1, $2, $3, $4)
            on conflict do nothing
            """;

    private static final int MAX_LENGTH = 10_000;

    private record Line(SessionKey session, String level, String message) {

        /** Transactions that write the same lines do so in the same order. */
        private static final Comparator<Line> ORDER =
                Comparator.comparing(Line::session).thenComparing(Line::level).thenComparing(Line::message);

        static Line of(SessionKey session, ConsoleMessage message) {
            String text = message.text().replace("\0", "");
            return new Line(session, message.level().label(), text.substring(0, Math.min(text.length(), MAX_LENGTH)));
        }

        Tuple values() {
            return Tuple.of(session.projectId(), session.sessionId(), level, message);
        }
    }

    /** Adds the lines of blocks whose sessions are there. */
    Uni<Void> add(SqlClient tx, List<ArrivedBlock> blocks) {
        List<Tuple> lines = blocks.stream()
                .flatMap(block -> block.block().messages().stream().map(message -> Line.of(block.session(), message)))
                .distinct()
                .sorted(Line.ORDER)
                .map(Line::values)
                .toList();
        return lines.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(INSERT).executeBatch(lines).replaceWithVoid();
    }
}
