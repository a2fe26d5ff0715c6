package ru.nms.diagnostics.analytics;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.analytics.DeficitMap.Cell;
import ru.nms.diagnostics.analytics.DeficitMap.State;
import ru.nms.platform.access.Scope;
import ru.nms.platform.tx.Tx;

/// The map of a year that is over. An area that was told once stays as it was told, whatever is imported, annulled or
/// corrected later: who asked before and asks again finds no difference. One of which nothing could be told is made anew.
@Service
class MapService {

    private final AnalyticsService analytics;
    private final PeopleStore people;
    private final ToldMapStore store;
    private final Clock clock;
    private final Tx tx;

    MapService(AnalyticsService analytics, PeopleStore people, ToldMapStore store, Clock clock, Tx tx) {
        this.analytics = analytics;
        this.people = people;
        this.store = store;
        this.clock = clock;
        this.tx = tx;
    }

    Mono<List<Cell>> of(int year) {
        return Mono.zip(store.told(year), counted(year)).flatMap(found -> {
            var told = found.getT1();
            var fresh = found.getT2();
            var first = fresh.entrySet().stream().filter(area -> !told.containsKey(area.getKey()) && isTold(area.getValue()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            return first.isEmpty() ? Mono.just(together(fresh, told))
                    : tx.run(store.keep(year, first, clock.instant()).then(store.told(year))).map(kept -> together(fresh, kept));
        });
    }

    /// The whole region's, whoever asks: what is told of it gives nobody away.
    private Mono<Map<String, List<Cell>>> counted(int year) {
        return Mono.zip(analytics.difficulties(Question.ofYear(By.MUNICIPALITY, year), Scope.Condition.ALL), people.names(By.MUNICIPALITY),
                DeficitMap::of).map(cells -> cells.stream().collect(Collectors.groupingBy(Cell::competence)));
    }

    private static boolean isTold(List<Cell> cells) {
        return cells.stream().anyMatch(cell -> cell.state() == State.TOLD);
    }

    private static List<Cell> together(Map<String, List<Cell>> fresh, Map<String, List<Cell>> told) {
        var all = new TreeMap<>(fresh);
        all.putAll(told);
        return all.values().stream().flatMap(List::stream).toList();
    }
}
