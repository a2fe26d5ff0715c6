package ru.nms.iom.route;

import java.util.List;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.iom.need.NeedStore;
import ru.nms.iom.person.PersonStore;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.RouteTemplate;

/// A route in the region's own form, as data that can be laid out and printed.
@RestController
@LearntFrom({PersonChanged.class, PersonIdentityChanged.class, AssignmentChanged.class, OrganisationChanged.class,
        MunicipalityChanged.class, DeficitChanged.class})
@RequestMapping("/api/iom/v1/routes/{id}/form")
class FormResource {

    private final RouteReadService reads;
    private final PersonStore people;
    private final NeedStore needs;
    private final RegionProfile region;
    private final RegionCalendar calendar;
    private final ReadAudit audit;

    FormResource(RouteReadService reads, PersonStore people, NeedStore needs, RegionProfile region, RegionCalendar calendar,
                 ReadAudit audit) {
        this.reads = reads;
        this.people = people;
        this.needs = needs;
        this.region = region;
        this.calendar = calendar;
        this.audit = audit;
    }

    /// The route in the form of the region. Refused where the region has adopted no form.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping
    Mono<RouteForm> form(@PathVariable UUID id, Caller caller, ServerWebExchange exchange) {
        return reads.entry(id, caller)
                .delayUntil(entry -> audit.record(caller, List.of(entry.route().personId()), "route-form", exchange))
                .flatMap(entry -> form(entry.route(), template(), caller));
    }

    private RouteTemplate template() {
        var template = region.on(calendar.today()).iom().template();
        if (template == null) {
            throw Refusal.conflict("iom.no-form", region.name()).with("adopt", "iom.template");
        }
        return template;
    }

    private Mono<RouteForm> form(Route route, RouteTemplate template, Caller caller) {
        return people.find(route.personId(), caller)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("route")))
                .zipWith(needs.open(route.personId()).collectList(), (person, deficits) ->
                        RouteForm.of(template, region, route, person, deficits));
    }
}
