package ru.nms.registry.card;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.contracts.DeficitChanged;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.registry.municipality.Municipality;
import ru.nms.registry.municipality.MunicipalityStore;
import ru.nms.registry.municipality.TeacherFiguresStore;
import ru.nms.registry.municipality.TeacherFiguresStore.Teachers;
import ru.nms.registry.organisation.OrganisationService;
import ru.nms.registry.organisation.OrganisationView;
import ru.nms.registry.person.PersonService;
import ru.nms.registry.person.PersonView;

/// What one screen shows of one person, methodist, organisation or municipality, in one answer.
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

    /// @param around organisations of the posts, roles as a methodist or tutor, who accompanies, teams, lists, communities,
    ///               training, mentoring; deficits for whoever works on them
    record PersonCard(PersonView person, Map<String, Object> around) {}

    /// A person with everything that one screen shows of them.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @LearntFrom(DeficitChanged.class)
    @GetMapping("/people/{id}/card")
    Mono<PersonCard> person(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return people.shown(caller, id)
                .flatMap(person -> store.aroundPerson(person.id(), worksOnDeficits(caller, id)).map(around -> new PersonCard(person, around)))
                .delayUntil(card -> audit.record(caller, List.of(card.person().id()), "card", exchange));
    }

    /// The person themselves, their methodist and the coordinator.
    private static boolean worksOnDeficits(Caller caller, UUID person) {
        return caller.is(Role.COORDINATOR, Role.METHODIST) || person.equals(caller.personId());
    }

    /// @param methodist the role, its place, whom they accompany now, what they did in the last year
    record MethodistCard(Map<String, Object> methodist) {

        List<UUID> people() {
            var assigned = methodist.get("assigned") instanceof List<?> rows ? rows : List.of();
            return Stream.concat(Stream.of(methodist), assigned.stream()).filter(Map.class::isInstance)
                    .map(it -> UUID.fromString(String.valueOf(((Map<?, ?>) it).get("personId")))).distinct().toList();
        }
    }

    /// A methodist with everything that one screen shows of them.
    @Allow({Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/methodists/{id}/card")
    Mono<MethodistCard> methodist(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return store.methodist(caller, id)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("methodist")))
                .map(MethodistCard::new)
                .delayUntil(card -> audit.record(caller, card.people(), "card", exchange));
    }

    /// @param around people in numbers, parent and parts, predecessors, positions, team, communities
    record OrganisationCard(OrganisationView organisation, Map<String, Object> around) {}

    /// An organisation with everything that one screen shows of it.
    @Allow({Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.PROVIDER, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/organisations/{id}/card")
    Mono<OrganisationCard> organisation(Caller caller, @PathVariable UUID id) {
        return organisations.shown(caller, id)
                .flatMap(organisation -> store.aroundOrganisation(id).map(around -> new OrganisationCard(organisation, around)));
    }

    /// @param teachers as reported and as recorded, newest year first
    /// @param around   organisations by kind, method services, authorities, people and methodists in numbers
    record MunicipalityCard(Municipality municipality, List<Teachers> teachers, Map<String, Object> around) {}

    /// A municipality with everything that one screen shows of it.
    @Allow({Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.PROVIDER, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/municipalities/{id}/card")
    Mono<MunicipalityCard> municipality(@PathVariable UUID id) {
        return municipalities.find(id)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("municipality")))
                .flatMap(municipality -> Mono.zip(teachers.of(id).collectList(), store.aroundMunicipality(id),
                        (years, around) -> new MunicipalityCard(municipality, years, around)));
    }
}
