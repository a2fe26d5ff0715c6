package ru.nms.diagnostics.deficit;

import static org.springframework.http.HttpHeaders.ACCEPT_LANGUAGE;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PracticeChanged;
import ru.nms.contracts.ProgrammeChanged;
import ru.nms.contracts.SiteChanged;
import ru.nms.diagnostics.offer.Offer;
import ru.nms.diagnostics.offer.OfferStore;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.table.Table;

/// What follows from a result: in each competence what was found, why, and what works on it.
@RestController
@LearntFrom({PersonChanged.class, AssignmentChanged.class, ProgrammeChanged.class, SiteChanged.class, PracticeChanged.class})
@RequestMapping("/api/diagnostics/v1")
class RecommendationResource {

    private static final Table<Offer> OFFERS = Table.<Offer>named("suggestions")
            .column("competence", "Компетенция", Offer::competence)
            .column("kind", "Что", offer -> switch (offer.kind()) {
                case PROGRAMME -> "Программа";
                case SITE -> "Площадка";
                case PRACTICE -> "Практика";
            })
            .column("id", "Идентификатор", Offer::id)
            .column("title", "Название", Offer::title)
            .column("hours", "Часов", Offer::hours)
            .column("inRegister", "В федеральном реестре", Offer::inRegister);

    private final DeficitReadStore store;
    private final OfferStore offers;
    private final Rulebook rules;
    private final ReadAudit audit;

    RecommendationResource(DeficitReadStore store, OfferStore offers, Rulebook rules, ReadAudit audit) {
        this.store = store;
        this.offers = offers;
        this.rules = rules;
        this.audit = audit;
    }

    /// @param level absent for a strength
    /// @param advice what works on a deficit; nothing for a strength
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Finding(String competence, String title, @Nullable String level, Why why, List<Offer> advice) {}

    record Recommendation(UUID resultId, UUID personId, List<Finding> findings) {}

    @Operation(summary = "What was found by a result, why, and what is recommended for each deficit")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/results/{id}/recommendation")
    Mono<Recommendation> recommend(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        var text = WhyText.of(exchange.getRequest().getHeaders().getFirst(ACCEPT_LANGUAGE));
        return store.ofResult(caller, id)
                .filter(measured -> !measured.isEmpty())
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("result")))
                .delayUntil(measured -> audit.record(caller, List.of(measured.getFirst().personId()), "results", exchange))
                .flatMap(measured -> weak(measured).collectMultimap(Offer::competence)
                        .map(advice -> new Recommendation(id, measured.getFirst().personId(), measured.stream()
                                .map(attempt -> finding(attempt, List.copyOf(advice.getOrDefault(attempt.competence(), List.of())), text))
                                .toList())));
    }

    private Flux<Offer> weak(List<Attempt> measured) {
        var competences = measured.stream().filter(attempt -> attempt.verdict(rules).weak()).map(Attempt::competence).toList();
        return competences.isEmpty() ? Flux.empty() : offers.on(competences, rules.today());
    }

    private Finding finding(Attempt attempt, List<Offer> advice, WhyText text) {
        return new Finding(attempt.competence(), rules.title(attempt.competence()), attempt.verdict(rules).level(),
                Why.of(attempt, rules, text), advice);
    }

    @Operation(summary = "Programmes, sites and practices that work on the competence of a deficit")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/deficits/{id}/suggestions")
    Tabular<Page<Offer>> suggest(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return Tabular.of(store.find(caller, id)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("deficit")))
                .delayUntil(traced -> audit.record(caller, List.of(traced.deficit().personId()), "deficits", exchange))
                .flatMap(traced -> offers.on(List.of(traced.deficit().competence()), rules.today()).collectList())
                .map(found -> new Page<>(found, null, null)), Page::items, OFFERS);
    }
}
