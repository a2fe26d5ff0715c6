package ru.nms.registry.methodist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.table.Table;
import ru.nms.registry.methodist.MethodistStore.Loaded;
import ru.nms.registry.naming.Names.Named;

/// Methodists: at which level they work, how they are engaged, and where.
@RestController
@RequestMapping(MethodistResource.PATH)
class MethodistResource {

    static final String PATH = "/api/registry/v1/methodists";

    private static final Table<Named<View>> TABLE = Table.<Named<View>>named("methodists")
            .column("id", Table.IDENTIFIER, it -> it.row().id())
            .column("person", "Методист", it -> it.name(it.row().personId()))
            .column("kind", "Вид методиста", it -> MethodistWords.kind(it.row().kind()))
            .column("municipality", "Муниципалитет", it -> it.name(it.row().municipalityId()))
            .column("engagement", "Оформление", it -> MethodistWords.engagement(it.row().engagement()))
            .column("since", "Методист с", it -> it.row().since())
            .column("until", "Методист до", it -> it.row().until())
            .column("accompanied", "Сопровождает педагогов", it -> it.row().accompanied())
            .column("accompaniedYoung", "Из них молодых", it -> it.row().accompaniedYoung());

    private final MethodistService methodists;
    private final MethodistStore store;
    private final MethodistNamesService names;
    private final RegionCalendar calendar;

    MethodistResource(MethodistService methodists, MethodistStore store, MethodistNamesService names, RegionCalendar calendar) {
        this.methodists = methodists;
        this.store = store;
        this.names = names;
        this.calendar = calendar;
    }

    /// @param accompanied      teachers assigned today
    /// @param accompaniedYoung young teachers among them
    record View(UUID id, long version, Instant createdAt, Instant changedAt, UUID personId, Methodist.Kind kind,
                @Nullable UUID municipalityId, Methodist.@Nullable Engagement engagement, LocalDate since,
                @Nullable LocalDate until, long accompanied, long accompaniedYoung) {

        static View of(Loaded loaded) {
            var it = loaded.methodist();
            return new View(it.id(), it.version(), it.createdAt(), it.changedAt(), it.personId(), it.kind(),
                    it.municipalityId(), it.engagement(), it.since(), it.until(), loaded.accompanied(), loaded.young());
        }
    }

    /// Appoints a methodist.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<View>> appoint(Caller caller, @Valid @RequestBody Methodist.Draft draft) {
        return methodists.appoint(caller, draft).map(View::of)
                .map(view -> Answers.created(PATH + "/" + view.id(), view, view.version()));
    }

    /// Methodists, filtered and sorted.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping
    Tabular<Page<View>> list(Caller caller, @OfList(MethodistStore.class) ListRequest request, ServerWebExchange exchange) {
        return store.select(request, MethodistAccess.methodists(caller), calendar.today()).map(View::of).as(TABLE, rows ->
                names.named(caller, rows, it -> Stream.of(it.personId()), it -> Stream.of(it.municipalityId()), exchange));
    }

    /// One methodist.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping("/{id}")
    Mono<ResponseEntity<View>> one(Caller caller, @PathVariable UUID id) {
        return methodists.find(caller, id).map(View::of).map(view -> Answers.ok(view, view.version()));
    }

    /// Changes engagement and dates; `until` lets the methodist go and ends the assignments.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY})
    @PutMapping("/{id}")
    Mono<ResponseEntity<View>> change(Caller caller, @PathVariable UUID id, IfMatch match,
                                      @Valid @RequestBody Methodist.Draft draft) {
        return methodists.change(caller, id, match, draft).map(View::of).map(view -> Answers.ok(view, view.version()));
    }
}
