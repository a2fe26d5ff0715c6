package ru.nms.registry.report;

import java.util.List;
import java.util.UUID;

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
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.registry.municipality.MunicipalityStore;
import ru.nms.registry.organisation.OrganisationService;
import ru.nms.registry.person.PersonService;

/// Reports about one municipality, person, organisation or methodist.
@RestController
@RequestMapping("/api/registry/v1/reports")
class CardReportResource {

    private final ReportStore store;
    private final ReportWords words;
    private final MunicipalityStore municipalities;
    private final PersonService people;
    private final OrganisationService organisations;
    private final RegionCalendar calendar;
    private final ReadAudit audit;

    CardReportResource(ReportStore store, ReportWords words, MunicipalityStore municipalities, PersonService people,
                       OrganisationService organisations, RegionCalendar calendar, ReadAudit audit) {
        this.store = store;
        this.words = words;
        this.municipalities = municipalities;
        this.people = people;
        this.organisations = organisations;
        this.calendar = calendar;
        this.audit = audit;
    }

    private Reading reading(Caller caller, ServerWebExchange exchange) {
        return new Reading(store, words, caller, people -> audit.record(caller, people, Reading.FIELDS, exchange));
    }

    /// Report about one municipality, as data, CSV or XLSX.
    @Allow({Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.PROVIDER, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/" + MunicipalityReport.CODE + "/{id}")
    Tabular<Report> municipality(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return Report.after(municipalities.find(id).switchIfEmpty(Mono.error(() -> Refusal.notFound("municipality"))),
                MunicipalityReport.of(reading(caller, exchange), id, calendar.today()));
    }

    /// Report about one teacher, as data, CSV or XLSX.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @LearntFrom(DeficitChanged.class)
    @GetMapping("/" + TeacherReport.CODE + "/{id}")
    Tabular<Report> teacher(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        var reading = reading(caller, exchange);
        return Report.after(people.shown(caller, id).delayUntil(person -> reading.seen(List.of(person.id()))),
                TeacherReport.of(reading, id, calendar.today()));
    }

    /// Report about one organisation, as data, CSV or XLSX.
    @Allow({Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/" + OrganisationReport.CODE + "/{id}")
    Tabular<Report> organisation(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return Report.after(organisations.shown(caller, id), OrganisationReport.of(reading(caller, exchange), caller, id, calendar.today()));
    }

    /// Report about one methodist, as data, CSV or XLSX.
    @Allow({Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/" + MethodistReport.CODE + "/{id}")
    Tabular<Report> methodist(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return MethodistReport.of(reading(caller, exchange), id, calendar.today());
    }
}
