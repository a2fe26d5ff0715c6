package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import com.fasterxml.jackson.annotation.JsonInclude;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.instrument.Papers;
import ru.nms.diagnostics.instrument.Seals;
import ru.nms.platform.problem.Refusal;

/// How an instrument measures. It tells which options are right, so it is sealed as keys are.
@Service
class ItemService {

    /// @param alpha Cronbach's alpha, absent where it cannot be computed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Variant(int variant, long people, @Nullable BigDecimal alpha, List<Item> tasks) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(UUID taskId, String block, int number, String kind, String competence, long people, BigDecimal difficulty,
                @Nullable BigDecimal discrimination, @Nullable BigDecimal alphaWithout, List<Choice> options) {}

    /// @param meanTotal of those who chose it; absent when nobody did
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Choice(String code, boolean right, long people, @Nullable BigDecimal meanTotal) {}

    record Analysis(UUID instrumentId, String title, List<Variant> variants) {}

    private final ItemStore store;
    private final Papers papers;
    private final Seals seals;

    ItemService(ItemStore store, Papers papers, Seals seals) {
        this.store = store;
        this.papers = papers;
        this.seals = seals;
    }

    Mono<Analysis> analysis(UUID instrument) {
        return papers.of(instrument)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("instrument")))
                .delayUntil(paper -> seals.refuseIfSealed(instrument))
                .flatMap(paper -> Flux.range(1, paper.variants()).concatMap(variant -> variant(paper, variant)).collectList()
                        .map(variants -> new Analysis(instrument, paper.title(), variants)));
    }

    private Mono<Variant> variant(Paper paper, int variant) {
        return Mono.zip(store.tasks(paper.id(), variant), store.totals(paper.id(), variant), store.options(paper.id(), variant).collectList())
                .map(found -> {
                    var result = new ItemAnalysis(found.getT1(), found.getT2()).compute();
                    var figures = result.tasks().stream().collect(Collectors.toMap(ItemAnalysis.Figures::task, Function.identity()));
                    return new Variant(variant, result.people(), rounded(result.alpha()), paper.of(variant).stream()
                            .filter(item -> figures.containsKey(item.id()))
                            .map(item -> item(item, figures, found.getT3())).toList());
                });
    }

    private static Item item(Paper.Item item, Map<UUID, ItemAnalysis.Figures> figures, List<ItemStore.Chosen> chosen) {
        var it = Objects.requireNonNull(figures.get(item.id()));
        var key = item.key() == null || item.key().chosen() == null ? List.<String>of() : item.key().chosen();
        var options = switch (item.kind()) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> item.options().stream()
                    .map(option -> choice(option.code(), key.contains(option.code()), item.id(), chosen)).toList();
            case ORDERING, MATCHING, NUMBER, SHORT_TEXT, OPEN -> List.<Choice>of();
        };
        return new Item(item.id(), item.block(), item.number(), item.kind().name(), item.competence(), it.people(),
                BigDecimal.valueOf(it.difficulty()).setScale(3, RoundingMode.HALF_UP), rounded(it.discrimination()), rounded(it.alphaWithout()),
                options);
    }

    private static Choice choice(String code, boolean right, UUID task, List<ItemStore.Chosen> chosen) {
        return chosen.stream().filter(one -> one.task().equals(task) && one.option().equals(code)).findFirst()
                .map(one -> new Choice(code, right, one.people(), rounded(one.total())))
                .orElseGet(() -> new Choice(code, right, 0, null));
    }

    private static @Nullable BigDecimal rounded(@Nullable Double figure) {
        return figure == null ? null : BigDecimal.valueOf(figure).setScale(3, RoundingMode.HALF_UP);
    }
}
