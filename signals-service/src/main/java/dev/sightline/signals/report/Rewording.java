package dev.sightline.signals.report;

import dev.sightline.json.Json;
import dev.sightline.signals.artefact.ArtefactType;
import dev.sightline.signals.artefact.Author;
import dev.sightline.signals.artefact.NewArtefact;
import dev.sightline.signals.report.ReportChanges.Edit;
import dev.sightline.signals.report.ReportRequests.Reword;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** Gives a report another title or summary and keeps what they were. */
final class Rewording {

    private Rewording() {}

    static Edit of(StoredReport report, Reword body, Author author) {
        Wording old = report.state().facts().wording();
        Wording now = new Wording(body.title().or(old.title()), body.summary().or(old.summary()), old.error());
        List<NewArtefact> trail = new ArrayList<>();
        if (!Objects.equals(old.title(), now.title())) {
            trail.add(change(report.id(), ArtefactType.TITLE_CHANGE, author, titles(old, now)));
        }
        if (!Objects.equals(old.summary(), now.summary())) {
            trail.add(change(report.id(), ArtefactType.SUMMARY_CHANGE, author, summaries(old, now)));
        }
        ReportState reworded = report.state().with(report.state().facts().with(now));
        return new Edit(report.with(reworded), "reworded", trail);
    }

    private static Map<String, String> titles(Wording old, Wording now) {
        return pair("old_title", old.title(), "new_title", now.title());
    }

    private static Map<String, String> summaries(Wording old, Wording now) {
        return pair("old_summary", old.summary(), "new_summary", now.summary());
    }

    private static Map<String, String> pair(String oldName, String old, String newName, String now) {
        Map<String, String> pair = new TreeMap<>();
        pair.put(newName, now);
        pair.put(oldName, old);
        return pair;
    }

    private static NewArtefact change(UUID reportId, ArtefactType type, Author author, Map<String, String> content) {
        return NewArtefact.of(reportId, type, Json.tree(content), author);
    }
}
