package ru.nms.registry.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// Takes organisations in from files: two questions and one write a batch.
@Component
class OrganisationsImport implements ImportKind {

    private final OrganisationService organisations;
    private final OrganisationStore store;
    private final OrganisationNames names;
    private final OrganisationRules rules;
    private final Columns columns;
    private final RegionCalendar calendar;
    private final Clock clock;

    OrganisationsImport(OrganisationService organisations, OrganisationStore store, OrganisationNames names,
                        RegionProfile profile, RegionCalendar calendar, Clock clock) {
        this.organisations = organisations;
        this.store = store;
        this.names = names;
        this.rules = new OrganisationRules(profile);
        this.columns = OrganisationColumns.all(profile);
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "organisations";
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.COORDINATOR);
    }

    @Override
    public Mono<List<Verdict>> apply(Caller caller, List<Row> rows) {
        var wanted = rows.stream().flatMap(row -> Stream.of(row.text("name"), row.text("parent")).filter(Objects::nonNull));
        return Mono.zip(names.find(wanted.toList()), store.coordinators().collectList()).flatMap(known -> {
            var batch = new OrganisationsBatch(known.getT1(), known.getT2(), rules, calendar.today());
            var verdicts = rows.stream().map(batch::take).toList();
            var written = batch.written(clock.instant());
            return (written.isEmpty() ? Mono.<Void>empty() : organisations.write(written)).thenReturn(verdicts);
        });
    }
}
