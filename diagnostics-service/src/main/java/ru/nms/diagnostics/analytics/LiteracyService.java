package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.analytics.Literacy.Targets;
import ru.nms.platform.access.Scope;
import ru.nms.platform.region.RegionProfile;

/// Functional literacy, where the region diagnoses it.
@Service
class LiteracyService {

    private final LiteracyStore store;
    private final PeopleStore people;
    private final RegionProfile region;

    LiteracyService(LiteracyStore store, PeopleStore people, RegionProfile region) {
        this.store = store;
        this.people = people;
        this.region = region;
    }

    private Targets targets(int year) {
        return new Targets(target("functional_literacy_participation", year), target("functional_literacy_passed", year));
    }

    private @Nullable BigDecimal target(String canonical, int year) {
        return region.indicatorSet(LocalDate.of(year, 12, 31)).stream().flatMap(set -> set.indicators().stream())
                .filter(indicator -> canonical.equals(indicator.canonical())).findFirst()
                .flatMap(indicator -> indicator.target(year)).orElse(null);
    }

    /// Empty where no source of the region gives a pass mark.
    Mono<List<Literacy>> of(int year, Scope.Condition scope) {
        var rule = region.on(LocalDate.of(year, 12, 31)).diagnostics().functionalLiteracy();
        return rule == null ? Mono.just(List.of())
                : Mono.zip(store.count(year, rule.passMarkPercent(), scope).collectList(), people.names(By.MUNICIPALITY), (counted, names) ->
                        counted.stream().map(it -> Literacy.of(it.key(), "REGION".equals(it.key()) ? "Регион"
                                        : names.getOrDefault(it.key(), it.key()), it.base(), it.participants(), it.passed(), "REGION".equals(it.key()) ? targets(year) : Targets.NONE))
                                .sorted(Comparator.comparing((Literacy it) -> !"REGION".equals(it.key())).thenComparing(Literacy::title)
                                        .thenComparing(Literacy::key)).toList());
    }
}
