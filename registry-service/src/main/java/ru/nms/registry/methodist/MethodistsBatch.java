package ru.nms.registry.methodist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.imports.Differences;
import ru.nms.platform.imports.ImportKind.Verdict;
import ru.nms.platform.table.Row;
import ru.nms.platform.time.Ids;
import ru.nms.registry.methodist.Methodist.Engagement;
import ru.nms.registry.methodist.Methodist.Kind;
import ru.nms.registry.organisation.OrganisationNames;
import ru.nms.registry.person.PersonNames;

/// Works out what a batch of rows makes of the methodists it names. A row means the open role of this kind, in this
/// municipality, of this person, or one that began on the same day.
final class MethodistsBatch {

    private final OrganisationNames.Found organisations;
    private final PersonNames.Found people;
    private final Set<UUID> municipalities;
    private final MethodistRules rules;
    private final Map<UUID, Methodist> stored = new HashMap<>();
    private final Map<UUID, Methodist> known = new LinkedHashMap<>();

    MethodistsBatch(OrganisationNames.Found organisations, PersonNames.Found people, List<Methodist> known, MethodistRules rules) {
        this.organisations = organisations;
        this.people = people;
        this.municipalities = organisations.municipalities();
        this.rules = rules;
        known.forEach(it -> {
            stored.put(it.id(), it);
            this.known.put(it.id(), it);
        });
    }

    static String nameKey(Row row) {
        return PersonNames.key(row.text("lastName"), row.text("firstName"), row.text("patronymic"));
    }

    Verdict take(Row row) {
        var draft = draft(row);
        if (draft == null) {
            return Verdict.REFUSED;
        }
        rules.check(draft, true, municipalities).found().forEach(fault ->
                row.fault(fault.pointer().substring(1).replace("Id", ""), fault.code(), fault.args().toArray()));
        if (!row.faults().isEmpty()) {
            return Verdict.REFUSED;
        }
        var meant = known.values().stream().filter(it -> same(it, draft)).findFirst().orElse(null);
        var next = meant == null ? Methodist.appoint(Ids.next(), draft, Instant.EPOCH)
                : meant.become(merge(meant, draft), Instant.EPOCH);
        known.put(next.id(), next);
        if (meant != null) {
            row.differs(Differences.between(meant.draft(), next.draft()));
        }
        return meant == null ? Verdict.CREATED : next == meant ? Verdict.UNCHANGED : Verdict.CHANGED;
    }

    private static boolean same(Methodist known, Methodist.Draft draft) {
        return known.sameRole(draft) && (known.until() == null || known.since().equals(draft.since()));
    }

    /// Empty cells leave what was known.
    private static Methodist.Draft merge(Methodist known, Methodist.Draft draft) {
        return new Methodist.Draft(draft.personId(), draft.kind(), draft.municipalityId(),
                draft.engagement() == null ? known.engagement() : draft.engagement(), draft.since(),
                draft.until() == null ? known.until() : draft.until());
    }

    /// Reads every cell, so that the row knows all its faults.
    private Methodist.@Nullable Draft draft(Row row) {
        var kind = row.code("kind");
        var since = row.date("since");
        var until = row.date("until");
        var engagement = row.code("engagement");
        var municipality = organisations.municipality(row, "municipality", row.text("municipality"));
        var workplaces = organisations.any(row, "organisation", row.text("organisation"));
        var person = row.faults().isEmpty() ? people.one(row, nameKey(row), row.date("birthDate"), workplaces) : null;
        return person == null || kind == null || since == null || !row.faults().isEmpty() ? null
                : new Methodist.Draft(person, Kind.valueOf(kind), municipality,
                        engagement == null ? null : Engagement.valueOf(engagement), since, until);
    }

    /// The methodists who are new or other than before.
    List<Methodist> written(Instant now) {
        List<Methodist> written = new ArrayList<>();
        known.forEach((id, last) -> {
            var before = stored.get(id);
            var after = before == null ? Methodist.appoint(id, last.draft(), now) : before.become(last.draft(), now);
            if (after != before) {
                written.add(after);
            }
        });
        return written;
    }
}
