package ru.nms.registry.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.imports.Differences;
import ru.nms.platform.imports.ImportKind.Verdict;
import ru.nms.platform.list.Kind;
import ru.nms.platform.table.Row;
import ru.nms.platform.time.Ids;

/// Works out what a batch of rows makes of the organisations it names. A row means the organisation of this kind,
/// municipality and name (or alias); it may be the parent of a later one. Empty cells leave what was known.
final class OrganisationsBatch {

    private final OrganisationNames.Found found;
    private final Set<UUID> municipalities;
    private final OrganisationRules rules;
    private final LocalDate today;
    private final Map<UUID, Organisation> stored = new HashMap<>();
    private final Map<UUID, Organisation> known = new LinkedHashMap<>();
    private final Map<String, List<UUID>> byName = new HashMap<>();
    private final List<Organisation> coordinators;

    OrganisationsBatch(OrganisationNames.Found found, List<Organisation> coordinators, OrganisationRules rules, LocalDate today) {
        this.found = found;
        this.municipalities = found.municipalities();
        this.coordinators = new ArrayList<>(coordinators);
        this.rules = rules;
        this.today = today;
        found.all().forEach(it -> {
            stored.put(it.id(), it);
            keep(it);
        });
    }

    private void keep(Organisation organisation) {
        known.put(organisation.id(), organisation);
        organisation.nameKeys().forEach(key -> {
            var ids = byName.computeIfAbsent(key, none -> new ArrayList<>());
            if (!ids.contains(organisation.id())) {
                ids.add(organisation.id());
            }
        });
    }

    Verdict take(Row row) {
        var draft = draft(row);
        if (draft == null) {
            return Verdict.REFUSED;
        }
        var meant = meant(draft);
        var facts = new OrganisationFacts(municipalities, known, coordinators);
        var merged = meant == null ? draft : merge(meant, draft);
        (meant == null ? rules.opening(merged, facts, today) : rules.change(meant, merged, facts, today)).found().forEach(
                fault -> row.fault(OrganisationColumns.of(fault.pointer()), fault.code(), fault.args().toArray()));
        if (!row.faults().isEmpty()) {
            return Verdict.REFUSED;
        }
        var next = meant == null ? Organisation.open(Ids.next(), merged, Instant.EPOCH) : meant.become(merged, today, Instant.EPOCH);
        keep(next);
        if (rules.coordinates(next.kind(), next.level())) {
            coordinators.removeIf(it -> it.id().equals(next.id()));
            coordinators.add(next);
        }
        if (meant != null) {
            row.differs(Differences.between(meant.draft(), merged));
        }
        return meant == null ? Verdict.CREATED : meant.draft().equals(merged) ? Verdict.UNCHANGED : Verdict.CHANGED;
    }

    /// Reads every cell, so that the row knows all its faults.
    private @Nullable OrganisationDraft draft(Row row) {
        var kind = row.code("kind");
        var level = row.code("level");
        var name = row.text("name");
        var aliases = row.list("aliases");
        var closedOn = row.date("closedOn");
        var openedOn = row.date("openedOn");
        var details = OrganisationColumns.details(row);
        var municipality = found.municipality(row, "municipality", row.text("municipality"));
        var parent = parent(row);
        return kind == null || level == null || name == null || !row.faults().isEmpty() ? null
                : new OrganisationDraft(kind, level, name, aliases, municipality, parent, closedOn, openedOn, null, details);
    }

    private @Nullable UUID parent(Row row) {
        var name = row.text("parent");
        var meant = name == null ? List.<UUID>of() : byName.getOrDefault(Kind.fold(name), List.of());
        if (name != null && meant.size() != 1) {
            row.fault("parent", meant.isEmpty() ? "unknown-organisation" : "ambiguous-organisation");
        }
        return meant.size() == 1 ? meant.getFirst() : null;
    }

    private @Nullable Organisation meant(OrganisationDraft draft) {
        return byName.getOrDefault(Kind.fold(draft.name()), List.of()).stream()
                .map(id -> Objects.requireNonNull(known.get(id)))
                .filter(it -> it.kind().equals(draft.kind()) && Objects.equals(it.municipalityId(), draft.municipalityId()))
                .findFirst().orElse(null);
    }

    /// An organisation found by an alias keeps its name.
    private static OrganisationDraft merge(Organisation meant, OrganisationDraft draft) {
        boolean ownName = Kind.fold(draft.name()).equals(meant.nameKeys().getFirst());
        return new OrganisationDraft(draft.kind(), draft.level(), ownName ? draft.name() : meant.name(),
                draft.aliases().isEmpty() ? meant.aliases() : draft.aliases(), draft.municipalityId(),
                draft.parentId() == null ? meant.parentId() : draft.parentId(),
                draft.closedOn() == null ? meant.closedOn() : draft.closedOn(), draft.openedOn(), null,
                OrganisationColumns.merge(meant.details(), draft.details()));
    }

    /// The organisations that are new or other than before.
    List<Organisation> written(Instant now) {
        List<Organisation> written = new ArrayList<>();
        known.forEach((id, last) -> {
            var before = stored.get(id);
            var after = before == null ? Organisation.open(id, last.draft(), now) : before.become(last.draft(), today, now);
            if (after != before) {
                written.add(after);
            }
        });
        return written;
    }
}
