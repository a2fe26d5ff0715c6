package ru.nms.registry.organisation;

import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
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

@RestController
@RequestMapping(OrganisationResource.PATH)
class OrganisationResource {

    static final String PATH = "/api/registry/v1/organisations";

    private final OrganisationService organisations;
    private final OrganisationStore store;
    private final Table<Organisation> table;

    OrganisationResource(OrganisationService organisations, OrganisationStore store, RegionProfile profile) {
        this.organisations = organisations;
        this.store = store;
        this.table = table(profile);
    }

    private static Table<Organisation> table(RegionProfile profile) {
        return Table.<Organisation>named("organisations")
                .column("id", "Идентификатор", Organisation::id)
                .column("name", "Название", Organisation::name)
                .column("aliases", "Другие названия", Organisation::aliases)
                .column("kind", "Вид", it -> profile.label(it.kind()))
                .column("level", "Уровень", it -> profile.level(it.level()).map(Level::title).orElse(it.level()))
                .column("municipalityId", "Муниципалитет (идентификатор)", Organisation::municipalityId)
                .column("parentId", "Вышестоящая (идентификатор)", Organisation::parentId)
                .column("closedOn", "Закрыта с", Organisation::closedOn);
    }

    @Allow({Role.COORDINATOR, Role.MUNICIPALITY})
    @PostMapping
    Mono<ResponseEntity<Organisation>> open(Caller caller, @Valid @RequestBody OrganisationDraft draft) {
        return organisations.open(caller, draft)
                .map(opened -> Answers.created(PATH + "/" + opened.id(), opened, opened.version()));
    }

    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.PROVIDER,
            Role.COORDINATOR, Role.MINISTRY})
    @GetMapping
    Tabular<Page<Organisation>> list(Caller caller, @OfList(OrganisationStore.class) ListRequest request) {
        return store.select(request, OrganisationAccess.visibleTo(caller)).as(table);
    }

    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.PROVIDER,
            Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/{id}")
    Mono<ResponseEntity<Organisation>> one(Caller caller, @PathVariable UUID id) {
        return organisations.find(caller, id).map(found -> Answers.ok(found, found.version()));
    }

    /// Changes names, parent and the day of closing. Kind, level and municipality stay.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY})
    @PutMapping("/{id}")
    Mono<ResponseEntity<Organisation>> change(Caller caller, @PathVariable UUID id, IfMatch match,
                                              @Valid @RequestBody OrganisationDraft draft) {
        return organisations.change(caller, id, match, draft).map(changed -> Answers.ok(changed, changed.version()));
    }
}
