package ru.nms.diagnostics.deficit;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Page;

/// What a person can build on: the competences in which the newest result is no deficit.
@RestController
@RequestMapping("/api/diagnostics/v1/strengths")
class StrengthResource {

    private final DeficitReadStore store;
    private final Rulebook rules;

    StrengthResource(DeficitReadStore store, Rulebook rules) {
        this.store = store;
        this.rules = rules;
    }

    record Strength(UUID personId, String competence, Why why) {}

    @Operation(summary = "Strengths of one person; empty as well for a person whom the caller may not see")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping
    Mono<Page<Strength>> list(Caller caller, @RequestParam UUID personId,
                              @RequestHeader(name = "Accept-Language", required = false) @Nullable String language) {
        return store.newest(caller, personId).map(attempts -> new Page<>(strengths(attempts, WhyText.of(language)),
                null, null));
    }

    private List<Strength> strengths(List<Attempt> attempts, WhyText text) {
        return attempts.stream()
                .filter(attempt -> !attempt.verdict(rules).weak())
                .map(attempt -> new Strength(attempt.personId(), attempt.competence(), Why.of(attempt, rules, text)))
                .toList();
    }
}
