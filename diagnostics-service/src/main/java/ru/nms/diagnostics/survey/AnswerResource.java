package ru.nms.diagnostics.survey;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;
import tools.jackson.core.type.TypeReference;

/// The base of answers that bear a name: delayed results of training, requests for training.
@RestController
@RequestMapping("/api/diagnostics/v1")
class AnswerResource {

    private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};

    private static final Listing LISTING = Listing.of("survey-answers", "a.id", "FROM survey_answer a JOIN survey_round r ON r.id = a.round_id")
            .sort("givenOn", "a.given_on", Kind.DATE)
            .filter("roundId", "a.round_id = :roundId", Kind.ID)
            .filter("formId", "a.form_id = :formId", Kind.ID)
            .filter("programmeId", "r.programme_id = :programmeId", Kind.ID)
            .filter("year", "r.year = :year", Kind.NUMBER);

    private static final Table<Answer> TABLE = Table.<Answer>named("survey-answers")
            .column("id", "Идентификатор", Answer::id)
            .column("roundId", "Опрос (идентификатор)", Answer::roundId)
            .column("formId", "Форма (идентификатор)", Answer::formId)
            .column("personId", "Человек (идентификатор)", Answer::personId)
            .column("givenOn", "Дата", Answer::givenOn)
            .column("answers", "Ответы", it -> it.answers().entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .map(one -> one.getKey() + ": " + String.join(", ", one.getValue())).toList());

    private final SheetService service;
    private final Lists lists;
    private final ReadAudit audit;
    private final EventJson json;

    AnswerResource(SheetService service, Lists lists, ReadAudit audit, EventJson json) {
        this.service = service;
        this.lists = lists;
        this.audit = audit;
        this.json = json;
    }

    record Given(@NotNull UUID formId,
                 @NotNull @Size(max = 60) Map<@NotNull String, @NotNull @Size(max = 30) List<@NotNull @Size(max = 4000) String>> answers) {}

    @Operation(summary = "Answer a round that is not anonymous; once")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY})
    @PostMapping("/survey-rounds/{id}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Answer> answer(Caller caller, @PathVariable UUID id, @Valid @RequestBody Given given) {
        return service.answer(caller, id, given.formId(), given.answers());
    }

    @Operation(summary = "Answers that bear a name: all for the coordinator, one's own for everybody else")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR})
    @GetMapping("/survey-answers")
    Tabular<Page<Answer>> list(Caller caller, @OfList(AnswerResource.class) ListRequest request, ServerWebExchange exchange) {
        return lists.select(LISTING, request,
                "a.id, a.round_id, a.form_id, a.person_id, a.organisation_id, a.given_on, CAST(a.answers AS text) AS answers",
                seen(caller), this::read)
                .before(shown -> shown.isEmpty() ? Mono.empty()
                        : audit.record(caller, shown.stream().map(Answer::personId).distinct().toList(), "survey-answers", exchange))
                .as(TABLE);
    }

    private static Scope.Condition seen(Caller caller) {
        return caller.is(Role.COORDINATOR) ? Scope.Condition.ALL
                : caller.personId() == null ? new Scope.Condition("FALSE", Map.of())
                : new Scope.Condition("a.person_id = :self", Map.of("self", caller.personId()));
    }

    private Answer read(Readable row) {
        return new Answer(requireNonNull(row.get("id", UUID.class)), requireNonNull(row.get("round_id", UUID.class)),
                requireNonNull(row.get("form_id", UUID.class)), requireNonNull(row.get("person_id", UUID.class)),
                row.get("organisation_id", UUID.class), requireNonNull(row.get("given_on", LocalDate.class)),
                json.mapper().readValue(requireNonNull(row.get("answers", String.class)), ANSWERS));
    }
}
