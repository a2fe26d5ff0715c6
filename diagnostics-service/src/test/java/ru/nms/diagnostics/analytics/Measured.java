package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;

/// Frameworks, instruments and attempts that are over, as they stand in the tables.
record Measured(Crowd crowd) {

    UUID framework(String code, String version) {
        return entry("""
                INSERT INTO framework (id, version, created_at, changed_at, search_key, code, version_name, title, identifier, status)
                VALUES (:id, 1, now(), now(), '', :code, :name, :code, :id, 'ADOPTED')""", "code", code, "name", version);
    }

    /// @param rollUp JSON of the rule
    UUID competence(UUID framework, String code, @Nullable UUID parent, @Nullable String rollUp) {
        return entry("""
                INSERT INTO competence (id, version, created_at, changed_at, search_key, framework_id, code, title, parent_id, roll_up, identifier)
                VALUES (:id, 1, now(), now(), '', :framework, :code, :code, :parent, CAST(:rollUp AS jsonb), :id)""",
                "framework", framework, "code", code, "parent", orNull(parent),
                "rollUp", Parameters.in(R2dbcType.VARCHAR, rollUp));
    }

    UUID link(UUID from, UUID to, String kind) {
        return entry("""
                INSERT INTO competence_link (id, version, created_at, changed_at, search_key, from_id, to_id, kind, identifier)
                VALUES (:id, 1, now(), now(), '', :from, :to, :kind, :id)""", "from", from, "to", to, "kind", kind);
    }

    /// A scale with a threshold of 60 % and the levels LOW, from 60 % MIDDLE, from 80 % HIGH.
    UUID scale(UUID framework) {
        return entry("""
                INSERT INTO scale (id, version, created_at, changed_at, search_key, framework_id, code, title, threshold, levels)
                VALUES (:id, 1, now(), now(), '', :framework, 'S', 'Шкала', 60,
                    '[{"code": "LOW", "title": "Низкий", "from": 0}, {"code": "MIDDLE", "title": "Средний", "from": 60},
                      {"code": "HIGH", "title": "Высокий", "from": 80}]')""", "framework", framework);
    }

    UUID instrument(UUID framework, @Nullable UUID scale) {
        return entry("""
                INSERT INTO instrument (id, version, created_at, changed_at, search_key, code, title, procedure, provider, framework_id, scale_id,
                    year, variants, edition, status, approved_on)
                VALUES (:id, 1, now(), now(), '', 'I', 'Т', 'CNPPM_DIAGNOSTICS', 'CNPPM', :framework, :scale, 2025, 1, 1, 'APPROVED',
                    DATE '2025-01-01')""", "framework", framework, "scale", orNull(scale));
    }

    UUID task(UUID instrument, int number, String competence, int points) {
        return entry("""
                INSERT INTO task (id, version, created_at, changed_at, search_key, instrument_id, block, number, kind, competence, stem, options,
                    targets, points, criteria, key_revision)
                VALUES (:id, 1, now(), now(), '', :instrument, 'А', :number, 'NUMBER', :competence, 'Сколько?', '[]', '[]', :points, '[]', 1)""",
                "instrument", instrument, "number", number, "competence", competence, "points", points);
    }

    /// @param ends when the time of the campaign is over
    UUID campaign(UUID instrument, Instant ends) {
        return entry("""
                INSERT INTO campaign (id, version, created_at, changed_at, search_key, title, instrument_id, starts_at, ends_at, audience,
                    municipality_ids, organisation_ids, positions, subjects, young, person_ids, judge_ids, allowed_difference, attempts, status)
                VALUES (:id, 1, now(), now(), '', 'К', :instrument, '2020-01-01', :ends, 'SELF', '{}', '{}', '{}', '{}', false, '{}', '{}', 20, 1,
                    'ANNOUNCED')""", "instrument", instrument, "ends", ends);
    }

    /// @param points by task; a task that is not named was not answered
    UUID attempt(UUID campaign, UUID instrument, UUID person, String startedAt, Map<UUID, Integer> points) {
        var id = UUID.randomUUID();
        crowd.run("""
                INSERT INTO attempt (id, version, created_at, changed_at, campaign_id, person_id, instrument_id, number, variant, started_at,
                    deadline, status, submitted_at, points, maximum)
                VALUES (:id, 1, now(), now(), :campaign, :person, :instrument, (SELECT count(*) + 1 FROM attempt WHERE person_id = :person), 1,
                    :at, :at, 'GRADED', :at, :points, (SELECT sum(points) FROM task WHERE instrument_id = :instrument))""",
                "id", id, "campaign", campaign, "person", person, "instrument", instrument, "at", Instant.parse(startedAt),
                "points", BigDecimal.valueOf(points.values().stream().mapToInt(Integer::intValue).sum()));
        points.forEach((task, given) -> crowd.run("""
                INSERT INTO answer (attempt_id, task_id, revision, answer, saved_at, points)
                VALUES (:id, :task, 1, '{"number": 1}', now(), :points)""", "id", id, "task", task, "points", BigDecimal.valueOf(given)));
        return id;
    }

    private static Object orNull(@Nullable UUID id) {
        return id == null ? Parameters.in(UUID.class) : id;
    }

    private UUID entry(String sql, Object... namesAndValues) {
        var id = UUID.randomUUID();
        var all = new java.util.ArrayList<Object>(List.of("id", id));
        all.addAll(List.of(namesAndValues));
        crowd.run(sql, all.toArray());
        return id;
    }
}
