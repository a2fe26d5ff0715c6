package ru.nms.diagnostics.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.diagnostics.result.ResultReadStore.Stored;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.table.Table;

/// Results of diagnostics: reported by those who assess, read by the person and those around them.
@RestController
@LearntFrom({PersonChanged.class, AssignmentChanged.class})
@RequestMapping("/api/diagnostics/v1/results")
class ResultResource {

    private final ResultService results;
    private final ResultReadStore reading;
    private final Rulebook rules;
    private final ReadAudit audit;
    private final Table<View> table;

    ResultResource(ResultService results, ResultReadStore reading, Rulebook rules, ReadAudit audit) {
        this.results = results;
        this.reading = reading;
        this.rules = rules;
        this.audit = audit;
        this.table = ResultTable.of(rules);
    }

    /// @param personKnown whether the registry has named the person to this service
    /// @param round       of a federal assessment, where these are counted
    /// @param programmeId whose interim or final assessment it was
    /// @param passed      only for a procedure for which the region has a pass mark
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(UUID id, long version, Instant createdAt, Instant changedAt, UUID personId, boolean personKnown,
                String procedure, String provider, LocalDate takenOn, @Nullable String occasion,
                @Nullable String round, @Nullable UUID programmeId, @Nullable Boolean passed, List<Score> scores) {}

    @Operation(summary = "Record a result; deficits follow from it")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<View>> record(@RequestBody Draft draft) {
        return results.record(draft).map(stored -> Answers.created(
                "/api/diagnostics/v1/results/" + stored.result().id(), view(stored), stored.result().version()));
    }

    @Operation(summary = "Results within the caller's scope")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping
    Tabular<Page<View>> list(Caller caller, @OfList(ResultReadStore.class) ListRequest request, ServerWebExchange exchange) {
        return reading.select(caller, request)
                .before(seen -> shown(caller, seen, exchange))
                .map(this::view)
                .as(table);
    }

    @Operation(summary = "One result")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping("/{id}")
    Mono<ResponseEntity<View>> read(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return reading.find(caller, id)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("result")))
                .delayUntil(stored -> shown(caller, List.of(stored), exchange))
                .map(this::answer);
    }

    @Operation(summary = "Correct a result; deficits are derived anew")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    @PutMapping("/{id}")
    Mono<ResponseEntity<View>> correct(Caller caller, @PathVariable UUID id, IfMatch match,
                                       @RequestBody Draft draft) {
        return results.correct(caller, id, match, draft).map(this::answer);
    }

    @Operation(summary = "Annul a result; deficits are derived anew")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> annul(Caller caller, @PathVariable UUID id, IfMatch match) {
        return results.annul(caller, id, match);
    }

    private Mono<Void> shown(Caller caller, List<Stored> results, ServerWebExchange exchange) {
        var people = results.stream().map(stored -> stored.result().personId()).distinct().toList();
        return people.isEmpty() ? Mono.empty() : audit.record(caller, people, "results", exchange);
    }

    private ResponseEntity<View> answer(Stored stored) {
        return Answers.ok(view(stored), stored.result().version());
    }

    private View view(Stored stored) {
        var result = stored.result();
        return new View(result.id(), result.version(), result.createdAt(), result.changedAt(), result.personId(),
                stored.personKnown(), result.procedure(), result.provider(), result.takenOn(), result.occasion(), result.round(), stored.programmeId(),
                rules.passed(result.procedure(), result.takenOn(), result.points(), result.maximum()),
                result.scores());
    }
}
