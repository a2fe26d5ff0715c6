package ru.nms.registry.young;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// SQL about young teachers that no register has.
@Repository
class YoungStore {

    /// Young teachers with at least one participation in a form.
    record Counted(String form, long people) {}

    private final DatabaseClient db;

    YoungStore(DatabaseClient db) {
        this.db = db;
    }

    /// Whether the person is a young teacher on the day.
    Mono<Boolean> young(UUID person, LocalDate on) {
        return yes(db.sql("SELECT EXISTS (SELECT FROM person p WHERE p.id = :person AND p.young_days @> :on) AS yes")
                .bind("person", person).bind("on", on));
    }

    /// Whether the person is in the first year of their first work on the day, and the institution one of these kinds.
    Mono<Boolean> firstYear(UUID person, LocalDate on) {
        return yes(db.sql("""
                SELECT coalesce((SELECT min(least(s.since, coalesce(s.teaching_since, s.since))) <= :on
                                    AND :on < min(least(s.since, coalesce(s.teaching_since, s.since))) + INTERVAL '1 year'
                                   FROM post s WHERE s.person_id = :person), false) AS yes
                """).bind("person", person).bind("on", on));
    }

    Mono<Boolean> educates(UUID institution, Set<String> kinds) {
        return yes(db.sql("SELECT EXISTS (SELECT FROM organisation o WHERE o.id = :id AND o.kind = ANY (:kinds)) AS yes")
                .bind("id", institution).bind("kinds", kinds.toArray(String[]::new)));
    }

    private static Mono<Boolean> yes(DatabaseClient.GenericExecuteSpec question) {
        return question.map(row -> Boolean.TRUE.equals(row.get("yes", Boolean.class))).one();
    }

    /// By form; each person once in each. Only the days on which they were young count.
    Flux<Counted> byForm(LocalDate from, LocalDate to) {
        return db.sql("""
                SELECT e.form, count(DISTINCT e.person_id) AS people FROM support_participation e JOIN person p ON p.id = e.person_id
                 WHERE NOT e.deleted AND e.held_on BETWEEN :from AND :to AND p.young_days @> e.held_on
                 GROUP BY e.form
                """)
                .bind("from", from).bind("to", to)
                .mapProperties(Counted.class)
                .all();
    }

    /// Each person once, whatever the forms.
    ///
    /// @param apart forms that do not count here
    Mono<Long> supported(LocalDate from, LocalDate to, List<String> apart) {
        return number(db.sql("""
                SELECT count(DISTINCT e.person_id) AS n FROM support_participation e JOIN person p ON p.id = e.person_id
                 WHERE NOT e.deleted AND e.held_on BETWEEN :from AND :to AND p.young_days @> e.held_on AND e.form <> ALL (:apart)
                """).bind("from", from).bind("to", to).bind("apart", apart.toArray(String[]::new)));
    }

    /// Young teachers assigned to regional methodists at some time from one day to another.
    Mono<Long> byMethodists(LocalDate from, LocalDate to) {
        return number(db.sql("""
                SELECT count(DISTINCT a.person_id) AS n
                  FROM assignment a JOIN methodist m ON m.id = a.methodist_id JOIN person p ON p.id = a.person_id
                 WHERE m.kind = 'REGIONAL' AND NOT a.deleted AND a.since <= :to AND (a.until IS NULL OR a.until > :from)
                   AND p.young_days && (daterange(a.since, a.until) * daterange(:from, :to, '[]'))
                """).bind("from", from).bind("to", to));
    }

    private static Mono<Long> number(DatabaseClient.GenericExecuteSpec question) {
        return question.map(row -> row.get("n", Long.class)).one();
    }
}
