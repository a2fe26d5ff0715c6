package ru.nms.diagnostics.deficit;

import static org.springframework.http.HttpHeaders.ACCEPT_LANGUAGE;

import java.util.List;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.projection.LearntFrom;

/// What a person can build on: the competences in which the newest result is no deficit.
@RestController
@LearntFrom({PersonChanged.class, AssignmentChanged.class})
@RequestMapping("/api/diagnostics/v1/strengths")
class StrengthResource {

    private final DeficitReadStore store;
    private final Rulebook rules;
    private final ReadAudit audit;

    StrengthResource(DeficitReadStore store, Rulebook rules, ReadAudit audit) {
        this.store = store;
        this.rules = rules;
        this.audit = audit;
    }

    record Strength(UUID personId, String competence, Why why) {}

    @Operation(summary = "Strengths of one person; empty as well for a person whom the caller may not see")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping
    Tabular<Page<Strength>> list(Caller caller, @RequestParam UUID personId, ServerWebExchange exchange) {
        var text = WhyText.of(exchange.getRequest().getHeaders().getFirst(ACCEPT_LANGUAGE));
        var page = store.newest(caller, personId)
                .map(attempts -> new Page<>(strengths(attempts, text), null, null))
                .delayUntil(found -> found.items().isEmpty() ? Mono.empty()
                        : audit.record(caller, List.of(personId), "strengths", exchange));
        return Tabular.of(page, Page::items, DeficitTable.strengths(rules));
    }

    private List<Strength> strengths(List<Attempt> attempts, WhyText text) {
        return attempts.stream()
                .filter(attempt -> !attempt.verdict(rules).weak())
                .map(attempt -> new Strength(attempt.personId(), attempt.competence(), Why.of(attempt, rules, text)))
                .toList();
    }
}
