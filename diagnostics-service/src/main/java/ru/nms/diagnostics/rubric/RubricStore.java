package ru.nms.diagnostics.rubric;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.scoring.Criterion;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.json.EventJson;
import tools.jackson.databind.json.JsonMapper;

/// What rules of assessments ask beyond one entry.
@Repository
class RubricStore implements PersonTraces {

    private final DatabaseClient db;
    private final JsonMapper json;

    RubricStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    record InForce(List<Rubric.Kind> kinds, List<Criterion> criteria) {}

    /// Empty for a rubric that is not in force.
    Mono<InForce> inForce(UUID rubric) {
        return db.sql("SELECT kinds, CAST(criteria AS text) AS criteria FROM rubric WHERE id = :id AND status = 'IN_FORCE' AND NOT deleted")
                .bind("id", rubric)
                .map(row -> new InForce(Arrays.stream(requireNonNull(row.get("kinds", String[].class))).map(Rubric.Kind::valueOf).toList(),
                        List.of(json.readValue(requireNonNull(row.get("criteria", String.class)), Criterion[].class))))
                .one();
    }

    /// Whether the two worked in one place that day; a person whom nobody has placed works nowhere.
    Mono<Boolean> colleagues(UUID one, UUID other, LocalDate day) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM person_post a JOIN person_post b ON b.organisation_id = a.organisation_id
                                WHERE a.person_id = :one AND b.person_id = :other
                                  AND a.since <= :day AND (a.until IS NULL OR a.until > :day)
                                  AND b.since <= :day AND (b.until IS NULL OR b.until > :day)) AS yes
                """).bind("one", one).bind("other", other).bind("day", day)
                .map(row -> Boolean.TRUE.equals(row.get("yes", Boolean.class))).one();
    }

    Mono<Boolean> employed(UUID person, UUID organisation, LocalDate day) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM person_post WHERE person_id = :person AND organisation_id = :organisation
                                  AND since <= :day AND (until IS NULL OR until > :day)) AS yes
                """).bind("person", person).bind("organisation", organisation).bind("day", day)
                .map(row -> Boolean.TRUE.equals(row.get("yes", Boolean.class))).one();
    }

    /// Whether the person had completed that training by the day; on trust while no completion was ever heard of.
    Mono<Boolean> trained(UUID person, UUID completion, LocalDate day) {
        return db.sql("""
                SELECT NOT EXISTS (SELECT FROM completion)
                       OR EXISTS (SELECT FROM completion WHERE id = :completion AND person_id = :person AND until <= :day AND NOT deleted) AS yes
                """).bind("person", person).bind("completion", completion).bind("day", day)
                .map(row -> Boolean.TRUE.equals(row.get("yes", Boolean.class))).one();
    }

    /// Where both were assessed alike, what was said of the one who stays is kept and the other goes.
    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return db.sql("""
                UPDATE rubric_assessment moved
                   SET person_id = CASE person_id WHEN :from THEN :to ELSE person_id END,
                       assessor_id = CASE assessor_id WHEN :from THEN :to ELSE assessor_id END, version = version + 1,
                       deleted = deleted OR EXISTS (SELECT FROM rubric_assessment kept WHERE NOT kept.deleted AND kept.id <> moved.id
                                   AND kept.natural_key = replace(moved.natural_key, CAST(:from AS text), CAST(:to AS text))),
                       natural_key = replace(natural_key, CAST(:from AS text), CAST(:to AS text))
                 WHERE person_id = :from OR assessor_id = :from
                """).bind("from", from).bind("to", to).fetch().rowsUpdated().then();
    }

    /// What was said of the person goes, what the person said of others is said by nobody.
    @Override
    public Mono<Void> erase(UUID person) {
        return db.sql("""
                UPDATE rubric_assessment
                   SET deleted = true, version = version + 1, natural_key = NULL, search_key = '', person_id = NULL, assessor_id = NULL,
                       marks = NULL, comment = NULL
                 WHERE person_id = :person OR assessor_id = :person
                """).bind("person", person).fetch().rowsUpdated().then();
    }
}
