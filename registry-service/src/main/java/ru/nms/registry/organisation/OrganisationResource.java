package ru.nms.registry.organisation;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

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
import ru.nms.platform.region.Level;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Table;
import ru.nms.registry.naming.NameStore;
import ru.nms.registry.naming.Names.Named;

/// Organisations: kind, level, parent, place, and the names they had.
@RestController
@RequestMapping(OrganisationResource.PATH)
class OrganisationResource {

    static final String PATH = "/api/registry/v1/organisations";

    private final OrganisationService organisations;
    private final OrganisationStore store;
    private final NameStore names;
    private final Table<Named<OrganisationView>> table;

    OrganisationResource(OrganisationService organisations, OrganisationStore store, NameStore names, RegionProfile profile) {
        this.organisations = organisations;
        this.store = store;
        this.names = names;
        this.table = table(profile);
    }

    private static Table<Named<OrganisationView>> table(RegionProfile profile) {
        return Table.<Named<OrganisationView>>named("organisations")
                .column("id", Table.IDENTIFIER, it -> it.row().id())
                .column("name", "Название", it -> it.row().name())
                .column("aliases", "Другие названия", it -> it.row().aliases())
                .column("kind", "Вид", it -> profile.label(it.row().kind()))
                .column("level", "Уровень", it -> profile.level(it.row().level()).map(Level::title).orElse(it.row().level()))
                .column("municipality", "Муниципалитет", it -> it.name(it.row().municipalityId()))
                .column("parent", "Входит в", it -> it.name(it.row().parentId()))
                .column("closedOn", "Закрыта с", it -> it.row().closedOn());
    }

    /// Opens an organisation; its parent, kind and level must fit the region's profile.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<OrganisationView>> open(Caller caller, @Valid @RequestBody OrganisationDraft draft) {
        return organisations.open(caller, draft)
                .map(opened -> Answers.created(PATH + "/" + opened.id(), OrganisationView.of(caller, opened, null), opened.version()));
    }

    /// Organisations. With `on` those that existed on the day, under the names they had.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.PROVIDER,
            Role.COORDINATOR, Role.MINISTRY})
    @GetMapping
    Tabular<Page<OrganisationView>> list(Caller caller, @OfList(OrganisationStore.class) ListRequest request,
                                         @RequestParam(required = false) @Nullable LocalDate on) {
        return store.select(request, OrganisationAccess.visibleTo(caller)).map(it -> OrganisationView.of(caller, it, on))
                .as(table, rows -> names.named(rows, it -> Stream.of(it.municipalityId(), it.parentId())));
    }

    /// One organisation.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.PROVIDER,
            Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/{id}")
    Mono<ResponseEntity<OrganisationView>> one(Caller caller, @PathVariable UUID id,
                                               @RequestParam(required = false) @Nullable LocalDate on) {
        return organisations.find(caller, id).map(found -> Answers.ok(OrganisationView.of(caller, found, on), found.version()));
    }

    /// Changes names, parent, details and the day of closing. Kind, level and municipality stay.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY})
    @PutMapping("/{id}")
    Mono<ResponseEntity<OrganisationView>> change(Caller caller, @PathVariable UUID id, IfMatch match,
                                                  @Valid @RequestBody OrganisationDraft draft) {
        return organisations.change(caller, id, match, draft)
                .map(changed -> Answers.ok(OrganisationView.of(caller, changed, null), changed.version()));
    }
}
