package ru.nms.diagnostics.comparison;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.CompletionChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.table.Table;

/// Before and after, with a confidence interval.
@RestController
@LearntFrom({PersonChanged.class, AssignmentChanged.class, CompletionChanged.class})
@RequestMapping("/api/diagnostics/v1/comparisons")
class ComparisonResource {

    private final ComparisonStore store;
    private final ComparisonService comparisons;
    private final ReadAudit audit;
    private final Table<Comparison> table;

    ComparisonResource(ComparisonStore store, ComparisonService comparisons, Rulebook rules, ReadAudit audit) {
        this.store = store;
        this.comparisons = comparisons;
        this.audit = audit;
        this.table = Table.<Comparison>named("comparisons")
                .column("competence", "Компетенция", it -> rules.title(it.competence()))
                .column("people", "Человек", Comparison::people)
                .column("before", "До, %", Comparison::before)
                .column("after", "После, %", Comparison::after)
                .column("difference", "Разность, п. п.", Comparison::difference)
                .column("low", "Доверительный интервал 95 %, от", Comparison::low)
                .column("high", "Доверительный интервал 95 %, до", Comparison::high);
    }

    @Operation(summary = "Two diagnoses by one procedure compared: of a person the newest two; of those who completed a programme before "
            + "and after it; of those who work in an organisation before the year and in it. Groups of fewer than five are not told")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping
    Tabular<Page<Comparison>> compare(Caller caller, @RequestParam(required = false) @Nullable UUID personId,
                                      @RequestParam(required = false) @Nullable UUID programmeId,
                                      @RequestParam(required = false) @Nullable UUID organisationId,
                                      @RequestParam(required = false) @Nullable Integer year, ServerWebExchange exchange) {
        if (Stream.of(personId, programmeId, organisationId).filter(id -> id != null).count() != 1
                || (organisationId == null) != (year == null) || year != null && (year < 1990 || year > 2100)) {
            throw Refusal.malformed(Fault.at("personId", "one-of-parameters", "personId, programmeId, organisationId + year"));
        }
        var compared = personId != null ? ofPerson(caller, personId, exchange)
                : groups(programmeId != null ? store.ofProgramme(caller, programmeId)
                        : store.ofOrganisation(caller, requireNonNull(organisationId), requireNonNull(year)));
        return Tabular.of(compared.map(found -> new Page<>(found, null, null)), Page::items, table);
    }

    private Mono<List<Comparison>> ofPerson(Caller caller, UUID person, ServerWebExchange exchange) {
        return comparisons.ofPerson(caller, person).collectList()
                .delayUntil(found -> found.isEmpty() ? Mono.empty() : audit.record(caller, List.of(person), "results", exchange));
    }

    private static Mono<List<Comparison>> groups(Flux<Pair> pairs) {
        return pairs.bufferUntilChanged(Pair::competence)
                .map(of -> Comparison.ofGroup(of.getFirst().competence(), of))
                .collectList();
    }
}
