package ru.nms.registry.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.registry.act.PresenceStore;
import ru.nms.registry.mentoring.MentoringStore;
import ru.nms.registry.site.SiteFiguresStore;

/// Reports about the region, and which of them are public: those in which no person stands.
@RestController
@RequestMapping(ReportResource.PATH)
class ReportResource {

    static final String PATH = "/api/registry/v1/reports";

    record Public(String code, String title, String path) {

        static Public of(String code, String title) {
            return new Public(code, title, PATH + "/" + code);
        }
    }

    record Publics(List<Public> items) {}

    private static final Publics OPEN = new Publics(Stream.of(
            Public.of(TrainingReport.CODE, "Статистика обучения"),
            Public.of(SiteReport.CODE, "Реестр площадок и статистика стажировок")).toList());

    private final ReportStore store;
    private final ReportWords words;
    private final SiteFiguresStore sites;
    private final MentoringStore mentoring;
    private final PresenceStore presence;
    private final RegionCalendar calendar;
    private final ReadAudit audit;

    ReportResource(ReportStore store, ReportWords words, SiteFiguresStore sites, MentoringStore mentoring,
                   PresenceStore presence, RegionCalendar calendar, ReadAudit audit) {
        this.store = store;
        this.words = words;
        this.sites = sites;
        this.mentoring = mentoring;
        this.presence = presence;
        this.calendar = calendar;
        this.audit = audit;
    }

    /// The public reports.
    @Allow(everyone = true)
    @GetMapping
    Mono<Publics> open() {
        return Mono.just(OPEN);
    }

    /// Training that ended from one day to another; this year by default.
    @Allow(everyone = true)
    @GetMapping("/" + TrainingReport.CODE)
    Tabular<Report> training(@RequestParam(required = false) @Nullable LocalDate from,
                             @RequestParam(required = false) @Nullable LocalDate to) {
        var last = Objects.requireNonNullElse(to, calendar.today());
        var first = Objects.requireNonNullElse(from, LocalDate.of(last.getYear(), 1, 1));
        if (first.isAfter(last)) {
            throw Refusal.malformed(Fault.at("to", "ends-before-start"));
        }
        return TrainingReport.of(store, words, first, last);
    }

    /// Internship and innovation sites of a year, and what took place there.
    @Allow(everyone = true)
    @GetMapping("/" + SiteReport.CODE)
    Tabular<Report> sites(@RequestParam(required = false) @Nullable @Min(2000) @Max(2100) Integer year) {
        return SiteReport.of(store, words, sites, Objects.requireNonNullElse(year, calendar.today().getYear()));
    }

    /// Mentoring on the day: pairs, groups, the target model.
    @Allow({Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/" + MentoringReport.CODE)
    Tabular<Report> mentoring(Caller caller, @RequestParam(required = false) @Nullable LocalDate on, ServerWebExchange exchange) {
        var reading = new Reading(store, words, caller, people -> audit.record(caller, people, Reading.FIELDS, exchange));
        return MentoringReport.of(reading, mentoring, Objects.requireNonNullElse(on, calendar.today()));
    }

    /// The acts that the region requires, as a report.
    @Allow({Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/" + PresenceReport.CODE)
    Tabular<Report> acts(@RequestParam(required = false) @Nullable LocalDate on) {
        return PresenceReport.of(store, words, presence, Objects.requireNonNullElse(on, calendar.today()));
    }
}
