package ru.nms.registry.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;

/// How one caller reads a report: what it shows of people is recorded before it is shown.
///
/// @param recorded records that the caller sees these people
record Reading(ReportStore store, ReportWords words, Caller caller, Function<List<UUID>, Mono<Void>> recorded) {

    static final String FIELDS = "report";
    private static final int BATCH = 500;

    Flux<Line> lines(String sql, Map<String, ?> values) {
        return store.read(sql, values);
    }

    /// @param column in which the person stands of whom a line speaks
    Flux<Line> people(String sql, Map<String, ?> values, String column) {
        return store.read(sql, values).buffer(BATCH).concatMap(lines -> seen(lines.stream().map(line -> line.id(column))
                .filter(Objects::nonNull).distinct().toList()).thenReturn(lines)).concatMapIterable(lines -> lines);
    }

    Mono<Void> seen(List<UUID> people) {
        return people.isEmpty() ? Mono.empty() : recorded.apply(people);
    }
}
