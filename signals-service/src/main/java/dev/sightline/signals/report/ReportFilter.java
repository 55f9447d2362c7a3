package dev.sightline.signals.report;

import dev.sightline.api.ApiException;
import dev.sightline.api.Filters;
import dev.sightline.auth.Organization;
import dev.sightline.auth.Person;
import dev.sightline.signals.report.state.ReportStatus;
import dev.sightline.sql.Where;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The filters of the report list (spec/signals.md 4.2). */
final class ReportFilter {

    private static final List<String> STATUSES = Arrays.stream(ReportStatus.values())
            .filter(status -> status != ReportStatus.DELETED)
            .map(ReportStatus::text)
            .toList();
    /** The values of the column {@code status_rank}; a ready report has one of two. */
    private static final Map<String, List<Integer>> RANKS = Map.of(
            "ready", List.of(0, 1),
            "pending_input", List.of(2),
            "in_progress", List.of(3),
            "candidate", List.of(4),
            "potential", List.of(5),
            "failed", List.of(6),
            "resolved", List.of(7),
            "suppressed", List.of(8));

    private static final Set<String> PRIORITIES = Set.of("P0", "P1", "P2", "P3", "P4");
    private static final List<String> ACTIONABILITIES =
            List.of("immediately_actionable", "requires_human_input", "not_actionable");
    private static final Set<String> YES = Set.of("1", "true", "yes");
    private static final Set<String> NO = Set.of("0", "false", "no");

    private static final String OF_TASK = """
            r.id in (select a.report_id from report_artefact a
                     where a.project_id = r.project_id and a.type = 'task_run' and a.content ->> 'task_id' = ?)""";

    private static final String WORDED = """
            r.id in (select w.report_id from report_wording w
                     where w.project_id = $1 and (w.title ilike ? or w.summary ilike ?))""";

    private final Filters filters;
    private final Where where;
    private boolean tallied = true;

    private ReportFilter(Filters filters, int projectId) {
        this.filters = filters;
        this.where = Where.project("r", projectId);
    }

    /**
     * The reports that are asked for.
     *
     * @param where the condition on the report, named {@code r}
     * @param tallied whether {@code report_tally} has all that the condition speaks of
     */
    record Selection(Where where, boolean tallied) {}

    /** What the query parameters ask for; a value that makes no sense is a 400 on its parameter. */
    static Selection of(Filters filters, int projectId, Organization organization) {
        ReportFilter filter = new ReportFilter(filters, projectId);
        filter.status();
        filter.priority();
        filter.actionability();
        filter.implementation();
        filter.search();
        filter.sourceProducts();
        filter.reviewers(organization);
        filters.uuids("task_id").stream().findFirst().ifPresent(task -> filter.beyondTally(OF_TASK, task.toString()));
        return new Selection(filter.where, filter.tallied);
    }

    private void beyondTally(String condition, Object value) {
        where.and(condition, value);
        tallied = false;
    }

    private void status() {
        if (filters.text("status").isEmpty()) {
            where.and("r.status_rank < 8");
            return;
        }
        Integer[] ranks = filters.oneOf("status", STATUSES).stream()
                .flatMap(status -> RANKS.get(status).stream())
                .sorted()
                .toArray(Integer[]::new);
        where.and("r.status_rank = any (?::smallint[])", ranks);
    }

    private void priority() {
        Set<String> asked = filters.texts("priority").stream()
                .map(text -> text.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        asked.stream().filter(text -> !PRIORITIES.contains(text)).findFirst().ifPresent(text -> {
            throw ApiException.invalid(
                    "priority", "invalid_choice", "\"" + text + "\" is not a valid choice. Use P0 to P4.");
        });
        oneOf("r.priority", asked);
    }

    private void actionability() {
        oneOf("r.actionability", filters.oneOf("actionability", ACTIONABILITIES));
    }

    private void implementation() {
        String asked = filters.text("has_implementation_pr").orElse("").toLowerCase(Locale.ROOT);
        if (YES.contains(asked)) {
            where.and("r.has_implementation_pr");
        } else if (NO.contains(asked)) {
            where.and("not r.has_implementation_pr");
        } else if (!asked.isEmpty()) {
            throw ApiException.invalid("has_implementation_pr", "Must be a valid boolean.");
        }
    }

    private void search() {
        filters.text("search").ifPresent(text -> beyondTally(WORDED, Where.containing(text)));
    }

    private void sourceProducts() {
        Set<String> asked = filters.texts("source_product");
        if (!asked.isEmpty()) {
            where.and("r.source_products && ?::text[]", asked.toArray(String[]::new));
        }
    }

    private void reviewers(Organization organization) {
        List<UUID> asked = filters.uuids("suggested_reviewers");
        if (!asked.isEmpty()) {
            String[] logins = organization.members().stream()
                    .filter(member -> asked.contains(member.uuid()) && member.githubLogin() != null)
                    .map(ReportFilter::login)
                    .toArray(String[]::new);
            beyondTally("r.reviewers && ?::text[] and r.reviewers <> '{}'", logins);
        }
    }

    /** The login by which artefacts name a person; null for none. */
    static String login(Person person) {
        return person.githubLogin() == null ? null : person.githubLogin().toLowerCase(Locale.ROOT);
    }

    /** One value is compared by itself: then an index that begins with it has the default order. */
    private void oneOf(String column, Set<String> asked) {
        if (asked.size() == 1) {
            where.and(column + " = ?", asked.iterator().next());
        } else if (!asked.isEmpty()) {
            where.and(column + " = any (?::text[])", asked.toArray(String[]::new));
        }
    }
}
