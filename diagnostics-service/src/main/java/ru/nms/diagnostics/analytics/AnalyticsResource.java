package ru.nms.diagnostics.analytics;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Paging;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.table.Table;

/// Figures over people, each within what the caller may see of single people; and the map, which is for everybody.
@RestController
@RequestMapping("/api/diagnostics/v1/analytics")
@LearntFrom({PersonChanged.class, AssignmentChanged.class, MunicipalityChanged.class, OrganisationChanged.class})
class AnalyticsResource {

    private final AnalyticsService analytics;
    private final LiteracyService literacies;
    private final ItemService items;
    private final MapService maps;
    private final Rulebook rules;
    private final Paging paging;

    AnalyticsResource(AnalyticsService analytics, LiteracyService literacies, ItemService items, MapService maps,
                      Rulebook rules, Paging paging) {
        this.analytics = analytics;
        this.literacies = literacies;
        this.items = items;
        this.maps = maps;
        this.rules = rules;
        this.paging = paging;
    }

    @Operation(summary = "How many were reached by diagnostics in a period, of all, by place, subject, category, age, "
            + "and over time; in a competence area, of those who were diagnosed at all")
    @Allow({Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/coverage")
    Tabular<Page<Coverage>> coverage(Caller caller, @RequestParam(defaultValue = "REGION") By by,
                                     @RequestParam(required = false) @Nullable String grouping,
                                     @RequestParam(required = false) @Nullable LocalDate since,
                                     @RequestParam(required = false) @Nullable LocalDate until,
                                     @RequestParam(defaultValue = "ALL") Staff staff,
                                     @RequestParam(required = false) @Nullable String subject,
                                     @RequestParam(required = false) @Nullable String competence,
                                     @RequestParam(required = false) @Nullable String procedure,
                                     @RequestParam(defaultValue = "WHOLE") Period over,
                                     @RequestParam(defaultValue = Paging.USUAL) @Min(1) @Max(Paging.MOST) int limit,
                                     @RequestParam(required = false) @Nullable String after) {
        var asked = new Question.Asked(by, grouping, since, until, staff, subject, competence, procedure, over);
        return paging.page(ask(asked).flatMap(question -> analytics.coverage(question, caller)), Coverage::order,
                new Paging.Asked(limit, after), asked, competence == null ? AnalyticsTables.COVERAGE : AnalyticsTables.COVERAGE_OF_AREA);
    }

    @Operation(summary = "Typical difficulties: how many have a deficit of which level in which competence area, by place, subject, "
            + "category, age, and over time")
    @Allow({Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/difficulties")
    Tabular<Page<Difficulty>> difficulties(Caller caller, @RequestParam(defaultValue = "REGION") By by,
                                           @RequestParam(required = false) @Nullable String grouping,
                                           @RequestParam(required = false) @Nullable LocalDate since,
                                           @RequestParam(required = false) @Nullable LocalDate until,
                                           @RequestParam(defaultValue = "ALL") Staff staff,
                                           @RequestParam(required = false) @Nullable String subject,
                                           @RequestParam(required = false) @Nullable String competence,
                                           @RequestParam(required = false) @Nullable String procedure,
                                           @RequestParam(defaultValue = "WHOLE") Period over,
                                           @RequestParam(defaultValue = Paging.USUAL) @Min(1) @Max(Paging.MOST) int limit,
                                           @RequestParam(required = false) @Nullable String after) {
        var asked = new Question.Asked(by, grouping, since, until, staff, subject, competence, procedure, over);
        return paging.page(ask(asked).flatMap(question -> analytics.difficulties(question, PeopleStore.of(caller))), Difficulty::order,
                new Paging.Asked(limit, after), asked, AnalyticsTables.DIFFICULTIES);
    }

    @Operation(summary = "How people stand in the competences of a framework, by their attempts here, also by versions "
            + "that it replaced; rolled up by its rules, and over time")
    @Allow({Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/competences")
    Tabular<Page<Competence>> competences(Caller caller, @RequestParam UUID frameworkId, @RequestParam(defaultValue = "REGION") By by,
                                          @RequestParam(required = false) @Nullable String grouping,
                                          @RequestParam(required = false) @Nullable LocalDate since,
                                          @RequestParam(required = false) @Nullable LocalDate until,
                                          @RequestParam(defaultValue = "ALL") Staff staff,
                                          @RequestParam(required = false) @Nullable String subject,
                                          @RequestParam(defaultValue = "WHOLE") Period over,
                                          @RequestParam(defaultValue = Paging.USUAL) @Min(1) @Max(Paging.MOST) int limit,
                                          @RequestParam(required = false) @Nullable String after) {
        var asked = new Question.Asked(by, grouping, since, until, staff, subject, null, null, over);
        return paging.page(ask(asked).flatMap(question -> analytics.competences(question, frameworkId, PeopleStore.of(caller))),
                Competence::order, new Paging.Asked(limit, after), Paging.order(frameworkId, asked), AnalyticsTables.COMPETENCES);
    }

    @Operation(summary = "The map of deficits of a year that is over: no cell of fewer than five people, "
            + "nor of people who all stand alike, nor what would give one away; as it was first told")
    @Allow(anyoneSignedIn = true)
    @GetMapping("/deficit-map")
    Tabular<Page<DeficitMap.Cell>> map(@RequestParam int year) {
        return page(Mono.fromRunnable(() -> mustBeOver(year)).then(Mono.defer(() -> maps.of(year))), AnalyticsTables.MAP);
    }

    /// While a year runs, what is new since yesterday would be one person's result.
    private void mustBeOver(int year) {
        if (year < 2000 || year >= rules.today().getYear()) {
            throw Refusal.conflict("year-not-over");
        }
    }

    @Operation(summary = "Functional literacy in a year: who took part, who passed, in both readings of the base")
    @Allow({Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/functional-literacy")
    Tabular<Page<Literacy>> literacy(Caller caller, @RequestParam int year) {
        return page(literacies.of(year, PeopleStore.of(caller)), AnalyticsTables.LITERACY);
    }

    @Operation(summary = "How the tasks of an instrument measure: difficulty, discrimination, distractors, Cronbach's alpha; "
            + "sealed as keys are")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    @GetMapping("/items")
    Mono<ItemService.Analysis> items(@RequestParam UUID instrumentId) {
        return items.analysis(instrumentId);
    }

    private Mono<Question> ask(Question.Asked asked) {
        return Mono.fromSupplier(() -> Question.of(asked, rules.today()));
    }

    private static <T> Tabular<Page<T>> page(Mono<List<T>> items, Table<T> table) {
        return Tabular.of(items.map(all -> new Page<>(all, null, null)), Page::items, table);
    }
}
