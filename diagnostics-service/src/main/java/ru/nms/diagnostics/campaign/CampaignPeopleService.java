package ru.nms.diagnostics.campaign;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.campaign.CampaignPeopleStore.Draft;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// Takes in from files who is meant by a campaign by list, as long as it is a draft: more people than one request can name.
@Service
class CampaignPeopleService implements ImportKind {

    private static final Columns COLUMNS = Columns.of(Column.text("campaign", "Кампания", "Идентификатор кампании").mandatory(),
            Column.text("personId", "Человек (идентификатор)", "Идентификатор человека").mandatory());

    private final CampaignPeopleStore store;
    private final CampaignStore campaigns;
    private final Outbox outbox;
    private final Clock clock;

    CampaignPeopleService(CampaignPeopleStore store, CampaignStore campaigns, Outbox outbox, Clock clock) {
        this.store = store;
        this.campaigns = campaigns;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "campaign-people";
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ASSESSOR, Role.COORDINATOR);
    }

    private record Line(Row row, @Nullable String campaign, @Nullable UUID person) {

        static Line of(Row row) {
            var campaign = row.text("campaign");
            return new Line(row, campaign == null ? null : Kind.fold(campaign), row.id("personId"));
        }
    }

    /// A draft that is being filled: who is there, and who comes.
    private record Filling(UUID id, Set<UUID> there, Set<UUID> fresh) {

        static Filling of(Draft draft) {
            return new Filling(draft.id(), new HashSet<>(draft.people()), new LinkedHashSet<>());
        }
    }

    @Override
    public Mono<List<Verdict>> apply(Caller caller, List<Row> rows) {
        var lines = rows.stream().map(Line::of).toList();
        return Mono.zip(store.drafts(lines.stream().map(Line::campaign).filter(Objects::nonNull).distinct().toList()),
                        campaigns.unknown(lines.stream().map(Line::person).filter(Objects::nonNull).distinct().toList()))
                .flatMap(found -> take(lines, found.getT1(), Set.copyOf(found.getT2())));
    }

    private Mono<List<Verdict>> take(List<Line> lines, List<Draft> drafts, Set<UUID> strangers) {
        var fillings = drafts.stream().map(Filling::of).collect(Collectors.toMap(Filling::id, filling -> filling));
        var verdicts = new ArrayList<Verdict>();
        lines.forEach(line -> verdicts.add(judge(line, drafts, fillings, strangers)));
        return Flux.fromIterable(fillings.values()).filter(filling -> !filling.fresh().isEmpty())
                .concatMap(filling -> store.join(filling.id(), filling.fresh(), clock.instant())
                        .flatMap(version -> outbox.untold("campaigns", Map.of(filling.id(), version), false)))
                .then(Mono.just(verdicts));
    }

    private static Verdict judge(Line line, List<Draft> drafts, Map<UUID, Filling> fillings, Set<UUID> strangers) {
        var filling = fillings.get(draft(line, drafts));
        var person = line.person();
        if (person != null && strangers.contains(person)) {
            line.row().fault("personId", "unknown-person");
        }
        if (filling == null || person == null || !line.row().faults().isEmpty()) {
            return Verdict.REFUSED;
        }
        if (filling.there().contains(person)) {
            return Verdict.UNCHANGED;
        }
        if (filling.there().size() >= Campaign.MOST_PEOPLE) {
            line.row().fault("campaign", "size", 0, Campaign.MOST_PEOPLE);
            return Verdict.REFUSED;
        }
        filling.there().add(person);
        filling.fresh().add(person);
        return Verdict.CREATED;
    }

    /// Noted on the row when it is none or one of several.
    private static @Nullable UUID draft(Line line, List<Draft> drafts) {
        var meant = drafts.stream().filter(draft -> draft.isNamed(line.campaign())).map(Draft::id).toList();
        if (line.campaign() != null && meant.size() != 1) {
            line.row().fault("campaign", meant.isEmpty() ? "no-such-list" : "ambiguous-list");
        }
        return meant.size() == 1 ? meant.getFirst() : null;
    }
}
