package ru.nms.registry.completion;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.platform.register.Entry;

/// What other data says about completions.
@Component
class CompletionStore {

    private final DatabaseClient db;

    CompletionStore(DatabaseClient db) {
        this.db = db;
    }

    /// A diagnosis counts when its result lies before the first day of the training, and the deficit that it opened was
    /// still open on that day.
    Mono<List<Completion>> judged(List<Entry<Completion>> entries) {
        return db.sql("""
                SELECT coalesce(p.included_on <= it.until AND (p.excluded_on IS NULL OR p.excluded_on > it.until), false) AS included,
                       EXISTS (SELECT FROM result_copy r
                                WHERE r.person_id = it.person AND r.taken_on < it.since AND NOT r.deleted)
                       AND EXISTS (SELECT FROM deficit_copy d
                                    WHERE d.person_id = it.person AND d.competence = ANY (p.competences) AND NOT d.deleted
                                      AND d.opened_on < it.since AND (d.closed_on IS NULL OR d.closed_on > it.since)) AS chosen
                  FROM unnest(:persons, :programmes, :sinces, :untils) WITH ORDINALITY AS it (person, programme, since, until, n)
                  LEFT JOIN programme p ON p.id = it.programme
                 ORDER BY it.n
                """)
                .bind("persons", column(entries, Completion::personId, UUID[]::new))
                .bind("programmes", column(entries, Completion::programmeId, UUID[]::new))
                .bind("sinces", column(entries, Completion::since, LocalDate[]::new))
                .bind("untils", column(entries, Completion::until, LocalDate[]::new))
                .map(row -> new boolean[] {row.get("included", Boolean.class), row.get("chosen", Boolean.class)})
                .all().collectList()
                .map(judged -> IntStream.range(0, entries.size())
                        .mapToObj(i -> entries.get(i).content().with(judged.get(i)[0], judged.get(i)[1])).toList());
    }

    private static <T> T[] column(List<Entry<Completion>> entries, Function<Completion, T> part, java.util.function.IntFunction<T[]> array) {
        return entries.stream().map(Entry::content).map(part).toArray(array);
    }
}
