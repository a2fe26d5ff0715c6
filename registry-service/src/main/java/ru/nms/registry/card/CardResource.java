package ru.nms.registry.card;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.problem.Refusal;
import ru.nms.registry.municipality.Municipality;
import ru.nms.registry.municipality.MunicipalityStore;
import ru.nms.registry.municipality.TeacherFiguresStore;
import ru.nms.registry.municipality.TeacherFiguresStore.Teachers;
import ru.nms.registry.organisation.OrganisationService;
import ru.nms.registry.organisation.OrganisationView;
import ru.nms.registry.person.PersonService;
import ru.nms.registry.person.PersonView;

@RestController
@RequestMapping("/api/registry/v1")
class CardResource {

    private final PersonService people;
    private final OrganisationService organisations;
    private final MunicipalityStore municipalities;
    private final TeacherFiguresStore teachers;
    private final CardStore store;
    private final ReadAudit audit;

    CardResource(PersonService people, OrganisationService organisations, MunicipalityStore municipalities,
                 TeacherFiguresStore teachers, CardStore store, ReadAudit audit) {
        this.people = people;
        this.organisations = organisations;
        this.municipalities = municipalities;
        this.teachers = teachers;
        this.store = store;
        this.audit = audit;
    }

    /// @param around organisations of the posts, roles as a methodist, who accompanies, teams, lists, communities
    record PersonCard(PersonView person, Map<String, Object> around) {}

    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/people/{id}/card")
    Mono<PersonCard> person(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return people.shown(caller, id)
                .flatMap(person -> store.aroundPerson(person.id()).map(around -> new PersonCard(person, around)))
                .delayUntil(card -> audit.record(caller, List.of(card.person().id()), "card", exchange));
    }

    /// @param around people in numbers, parent and parts, predecessors, positions, team, communities
    record OrganisationCard(OrganisationView organisation, Map<String, Object> around) {}

    @Allow({Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.PROVIDER, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/organisations/{id}/card")
    Mono<OrganisationCard> organisation(Caller caller, @PathVariable UUID id) {
        return organisations.shown(caller, id)
                .flatMap(organisation -> store.aroundOrganisation(id).map(around -> new OrganisationCard(organisation, around)));
    }

    /// @param teachers as reported and as recorded, newest year first
    /// @param around   organisations by kind, method services, authorities, people and methodists in numbers
    record MunicipalityCard(Municipality municipality, List<Teachers> teachers, Map<String, Object> around) {}

    @Allow({Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.PROVIDER, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/municipalities/{id}/card")
    Mono<MunicipalityCard> municipality(@PathVariable UUID id) {
        return municipalities.find(id)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("municipality")))
                .flatMap(municipality -> Mono.zip(teachers.of(id).collectList(), store.aroundMunicipality(id),
                        (years, around) -> new MunicipalityCard(municipality, years, around)));
    }
}
