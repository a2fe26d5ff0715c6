package ru.nms.diagnostics.standing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.framework.CompetenceTree;
import ru.nms.diagnostics.framework.Frameworks;
import ru.nms.diagnostics.framework.Mastery;
import ru.nms.diagnostics.framework.Scale;
import ru.nms.diagnostics.framework.Standing;
import ru.nms.diagnostics.framework.Standing.Measure;
import ru.nms.diagnostics.instrument.Seals;
import ru.nms.diagnostics.rule.Percent;
import ru.nms.diagnostics.standing.StandingStore.Part;
import ru.nms.diagnostics.standing.StandingStore.Taken;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.problem.Refusal;

/// The competences of one attempt, finer than its result.
@RestController
@RequestMapping("/api/diagnostics/v1/attempts/{id}/competences")
class StandingResource {

    /// @param competences in the order of codes; those without tasks, and nothing below that has any, are not there
    record Standings(UUID attemptId, UUID frameworkId, List<Line> competences) {}

    /// @param withheld   while keys are sealed, where the points would be those of a single task; the rest is absent then
    /// @param mastery    `NO_DATA` where no scale or rule decides
    /// @param level      of the scale
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String code, String title, boolean withheld, @Nullable BigDecimal points, @Nullable BigDecimal maximum,
                @Nullable BigDecimal percent, @Nullable Mastery mastery, @Nullable String level, @Nullable String levelTitle) {

        static Line of(Standing it) {
            var level = it.level();
            return new Line(it.code(), it.title(), false, it.points(), it.maximum(),
                    it.maximum().signum() == 0 ? null : Percent.shown(it.points(), it.maximum()), it.mastery(),
                    level == null ? null : level.code(), level == null ? null : level.title());
        }

        static Line withheld(Standing it) {
            return new Line(it.code(), it.title(), true, null, null, null, null, null, null);
        }
    }

    private static final Set<String> OVER = Set.of("GRADED", "APPEALED");

    private final StandingStore store;
    private final Frameworks frameworks;
    private final Seals seals;
    private final ReadAudit audit;

    StandingResource(StandingStore store, Frameworks frameworks, Seals seals, ReadAudit audit) {
        this.store = store;
        this.frameworks = frameworks;
        this.seals = seals;
        this.audit = audit;
    }

    @Operation(summary = "How the person of a graded attempt stands in the competences: points, level, mastered or not, rolled up by the "
            + "rules of the framework; while keys are sealed without what would tell the points of a single task")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.COORDINATOR})
    @GetMapping
    Mono<Standings> competences(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return store.attempt(id, caller)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("attempt")))
                .doOnNext(StandingResource::mustBeOver)
                .flatMap(this::standings)
                .delayUntil(found -> audit.record(caller, List.of(found.personId()), "attempt-competences", exchange))
                .map(Found::standings);
    }

    private record Found(UUID personId, Standings standings) {}

    private static void mustBeOver(Taken it) {
        if (!OVER.contains(it.status())) {
            throw Refusal.conflict("attempt.wrong-status", it.status());
        }
    }

    private Mono<Found> standings(Taken it) {
        return Mono.zip(store.parts(it.id()).collectList(), frameworks.tree(it.frameworkId()), frameworks.scales(),
                        seals.sealed(it.instrumentId()))
                .map(found -> new Found(it.personId(), new Standings(it.id(), it.frameworkId(),
                        lines(found.getT1(), found.getT2(), scale(it, found.getT3()), found.getT4()))));
    }

    private static @Nullable Scale scale(Taken it, Map<UUID, Scale> scales) {
        return it.scaleId() == null ? null : scales.get(it.scaleId());
    }

    private static List<Line> lines(List<Part> parts, CompetenceTree tree, @Nullable Scale scale, boolean sealed) {
        var measured = new HashMap<String, Measure>();
        parts.forEach(part -> measured.put(part.competence(), new Measure(part.points(), part.maximum(), scale)));
        var hidden = sealed ? Discretion.withheld(parts.stream().collect(Collectors.toMap(Part::competence, Part::tasks)),
                code -> String.valueOf(tree.area(code))) : Set.<String>of();
        return tree.standings(measured).stream()
                .map(it -> Discretion.isWithheld(it.code(), tree::sources, hidden) ? Line.withheld(it) : Line.of(it)).toList();
    }
}
