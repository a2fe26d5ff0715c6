package ru.nms.diagnostics.attempt;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.scoring.Marks;
import ru.nms.diagnostics.scoring.WeightedKappa;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.table.Table;

/// Judging open answers, without knowing whose they are.
@RestController
@RequestMapping("/api/diagnostics/v1")
class JudgementResource {

    record Judging(@NotNull @Size(max = 20) Map<String, @NotNull Integer> marks) {}

    /// @param judgeId to whom; absent for the next one of the draw
    record Handover(@Nullable UUID judgeId) {}

    /// How far judges agree beyond chance.
    ///
    /// @param pairs answers that two have judged
    /// @param kappa Cohen's weighted kappa with quadratic weights; absent when nothing can be said
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Agreement(int pairs, @Nullable BigDecimal kappa) {}

    private static final Table<JudgementStore.Open> OPEN = Table.<JudgementStore.Open>named("open-judgements")
            .column("id", "Идентификатор", JudgementStore.Open::id).column("judgeId", "Эксперт (идентификатор)", JudgementStore.Open::judgeId)
            .column("turn", "Очередь", JudgementStore.Open::turn);

    private final JudgementService judgements;
    private final JudgementStore store;
    private final Table<JudgementView> table;

    JudgementResource(JudgementService judgements, JudgementStore store, RegionCalendar calendar) {
        this.judgements = judgements;
        this.store = store;
        this.table = Table.<JudgementView>named("judgements")
                .column("id", "Идентификатор", JudgementView::id).column("campaign", "Кампания", JudgementView::campaign)
                .column("stem", "Задание", JudgementView::stem).column("answer", "Ответ", JudgementView::answer)
                .column("judgedAt", "Оценено", view -> view.judgedAt() == null ? null : calendar.local(view.judgedAt()));
    }

    @Operation(summary = "What the caller is asked to judge, and has judged")
    @GetMapping("/judgements")
    @Allow(Role.ASSESSOR)
    Tabular<Page<JudgementView>> mine(Caller caller, @OfList(value = JudgementStore.class, name = "judgements") ListRequest request) {
        return store.mine(request, judge(caller)).as(table);
    }

    @Operation(summary = "Judges an open answer: a mark by each criterion, once")
    @PutMapping("/judgements/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Role.ASSESSOR)
    Mono<Void> judge(Caller caller, @PathVariable UUID id, @Valid @RequestBody Judging body) {
        return Mono.defer(() -> judgements.judge(id, judge(caller), new Marks(body.marks())));
    }

    @Operation(summary = "Judgements of a campaign that are still to be given, and by whom")
    @GetMapping("/campaigns/{id}/open-judgements")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    Tabular<Page<JudgementStore.Open>> open(@PathVariable UUID id,
            @OfList(value = JudgementStore.class, name = "open-judgements") ListRequest request) {
        return store.open(request, id).as(OPEN);
    }

    @Operation(summary = "Gives a judgement to another judge of the campaign, because the one who is asked cannot judge")
    @PostMapping("/judgements/{id}/handover")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    Mono<Void> handOver(Caller caller, @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Handover body) {
        return judgements.handOver(caller, id, body == null ? null : body.judgeId());
    }

    @Operation(summary = "How far the judges of a campaign agree")
    @GetMapping("/campaigns/{id}/agreement")
    @Allow({Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    Mono<Agreement> agreement(@PathVariable UUID id) {
        return store.pairs(id).map(pairs -> new Agreement(pairs.size(), WeightedKappa.of(pairs)));
    }

    private static UUID judge(Caller caller) {
        var judge = caller.personId();
        if (judge == null) {
            throw Refusal.forbidden();
        }
        return judge;
    }
}
