package ru.nms.iom.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.iom.need.Deficit;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RouteStructure;
import ru.nms.platform.time.Ids;

/// What people write becomes items, or all that is wrong with it is told at once.
///
/// @param deficits open deficits of the person
/// @param events   those of the named events that are known
record ItemRules(RouteRules rules, Route route, List<Deficit> deficits, Set<UUID> events) {

    /// @param pointer where each content stands in the body, for example `/items/2`
    List<RouteItem> items(List<ItemContent> contents, java.util.function.IntFunction<String> pointer) {
        var faults = new Refusal.Faults();
        for (int i = 0; i < contents.size(); i++) {
            check(contents.get(i), pointer.apply(i), faults);
        }
        faults.refuse();
        return contents.stream().map(this::item).toList();
    }

    private void check(ItemContent content, String at, Refusal.Faults faults) {
        var competence = content.competence();
        var mode = content.mode();
        var due = content.due();
        faults.unless(content.id() == null || old(content) != null, Fault.at(at + "/id", "iom.unknown-item"))
                .unless(row(content).isPresent(), Fault.at(at + "/section", "iom.not-in-form", content.kind(), rows(content))
                        .under(rules.clause(rules.iom().structure().source())))
                .unless(content.deficitId() != null || content.goal() != null, Fault.at(at + "/deficitId", "iom.no-purpose"))
                .unless(content.deficitId() == null || kept(content) || deficit(content).isPresent(),
                        Fault.at(at + "/deficitId", "iom.unknown-deficit"))
                .unless(competence == null || rules.knowsCompetence(competence),
                        Fault.at(at + "/competence", "iom.unknown-competence", String.valueOf(competence)))
                .unless(content.eventId() == null || events.contains(content.eventId()),
                        Fault.at(at + "/eventId", "iom.unknown-event"))
                .unless(due == null || route.covers(due), Fault.at(at + "/due", "iom.outside-period", route.from(), route.until()))
                .unless(mode == null || rules.knowsMode(mode), Fault.at(at + "/mode", "iom.unknown-mode"));
    }

    private RouteItem item(ItemContent content) {
        var old = old(content);
        var deficit = deficit(content);
        var kept = kept(content);
        return new RouteItem(old == null ? Ids.next() : old.id(), row(content).orElseThrow().code(), content.kind(),
                content.title().strip(), RouteItem.Status.PLANNED, content.deficitId(),
                content.competence() != null ? content.competence()
                        : deficit.map(Deficit::competence).orElse(kept && old != null ? old.competence() : null),
                deficit.map(Deficit::level).orElse(kept && old != null ? old.level() : null),
                deficit.map(Deficit::openedOn).orElse(kept && old != null ? old.openedOn() : null),
                content.goal(), content.eventId(), content.due(),
                content.mode() != null ? content.mode() : rules.mode(content.kind()), content.form(), content.hours(),
                null, old == null ? null : old.reflection());
    }

    private @Nullable RouteItem old(ItemContent content) {
        return route.items().stream().filter(item -> item.id().equals(content.id())).findFirst().orElse(null);
    }

    /// An item may keep a deficit that was closed since.
    private boolean kept(ItemContent content) {
        var old = old(content);
        return old != null && content.deficitId() != null && content.deficitId().equals(old.deficitId());
    }

    private Optional<Deficit> deficit(ItemContent content) {
        return deficits.stream().filter(deficit -> deficit.id().equals(content.deficitId())).findFirst();
    }

    private Optional<RouteStructure.Item> row(ItemContent content) {
        return content.section() == null ? rules.row(content.kind()) : rules.rows().stream()
                .filter(row -> row.entryKind() == content.kind().entry() && row.code().equals(content.section())).findFirst();
    }

    private String rows(ItemContent content) {
        return String.join(", ", rules.rows().stream().filter(row -> row.entryKind() == content.kind().entry())
                .map(RouteStructure.Item::code).toList());
    }
}
