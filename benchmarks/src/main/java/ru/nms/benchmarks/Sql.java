package ru.nms.benchmarks;

/// The statements of the registry, as the limit runs them: with values in the place of parameters where the service binds
/// the same ones every time.
final class Sql {

    /// The columns of a person, posts included.
    private static final String PERSON = """
            p.id, p.version, p.created_at, p.changed_at, p.external_id, p.last_name, p.first_name, p.patronymic,
            p.birth_date, p.category, p.attested_on, p.education_level, p.education_pedagogical, p.education_profile,
            p.speciality_since, p.young_from, p.young_until,
            (SELECT coalesce(json_agg(json_build_object('organisationId', s.organisation_id, 'position', s.position,
                    'subjects', s.subjects, 'since', s.since, 'until', s.until, 'teachingSince', s.teaching_since,
                    'weeklyHours', s.weekly_hours, 'employment', s.employment) ORDER BY s.n), '[]')
               FROM post s WHERE s.person_id = p.id) AS posts""";

    private static final String FROM = """
            FROM person p
                 CROSS JOIN (SELECT CAST(current_date AS date) AS day, CAST(current_date AS date) AS today) AS asked""";

    static final String READ = "SELECT %s %s WHERE p.id = %s AND TRUE".formatted(PERSON, FROM, People.ID_OF_N);

    static final String FEED = """
            SELECT CAST(CAST(p.changed_tx AS text) AS bigint) AS tx, p.id AS id,
                   CAST(json_build_object('id', p.id, 'version', p.version, 'changedAt', p.changed_at, 'deleted', p.deleted,
                        CASE WHEN p.deleted THEN 'key' ELSE 'data' END,
                        CASE WHEN p.deleted THEN jsonb_build_object('id', p.id) ELSE
                        jsonb_build_object('category', p.category, 'attestedOn', p.attested_on, 'education', p.education_level,
                            'pedagogical', p.education_pedagogical, 'posts', (
                            SELECT coalesce(jsonb_agg(jsonb_build_object('organisationId', s.organisation_id,
                                   'municipalityId', s.municipality_id, 'position', s.position, 'teaching', s.teaching,
                                   'subjects', s.subjects, 'since', s.since, 'until', s.until) ORDER BY s.n), '[]')
                              FROM post s WHERE s.person_id = p.id)) END) AS text) AS json
              FROM person p
             ORDER BY p.changed_tx, p.id""";

    static final String SEARCH = """
            SELECT %s, CAST(p.name_key AS text) AS page_value, CAST(p.id AS text) AS page_id
              %s
             WHERE NOT p.deleted
               AND trigram_key(p.name_key) LIKE trigram_key('%%' || left(md5(CAST(CAST(:n AS integer) AS text)), 6) || '%%')
               AND p.name_key LIKE ALL (ARRAY['%%' || left(md5(CAST(CAST(:n AS integer) AS text)), 6) || '%%', '%%омер%%'])
             ORDER BY p.name_key, p.id
             LIMIT 51""".formatted(PERSON, FROM);

    private static final String ID = """
            CAST(lpad(to_hex(CAST(:a AS integer)), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(CAST(:b AS integer)), 12, '0')
                 AS uuid)""";

    private Sql() {}

    /// @param after condition of a later page, or nothing
    static String page(String municipality, String after) {
        return """
                SELECT %s, CAST(p.name_key AS text) AS page_value, CAST(p.id AS text) AS page_id
                  %s
                 WHERE TRUE %s
                   AND EXISTS (SELECT FROM post s
                                WHERE s.person_id = p.id AND s.since <= asked.day AND (s.until IS NULL OR s.until > asked.day)
                                  AND (s.municipality_id = CAST('%s' AS uuid)))
                 ORDER BY p.name_key, p.id
                 LIMIT 51""".formatted(PERSON, FROM, after, municipality);
    }

    /// What one new person writes, into the tables of the limit.
    static String[] create() {
        return new String[] {"BEGIN", """
            INSERT INTO nms_bench.person (id, version, created_at, changed_at, external_id, last_name, first_name, patronymic,
                   name_key, birth_date, category, attested_on, education_level, education_pedagogical, education_profile)
            VALUES (%s, 1, now(), now(), NULL, 'Педагог', 'Номер', CAST(:b AS text), 'педагог номер ' || :b, DATE '1985-05-17',
                    'FIRST', DATE '2023-05-01', 'HIGHER', true, 'Физика')""".formatted(ID), """
            INSERT INTO nms_bench.post (person_id, n, organisation_id, municipality_id, position, teaching, subjects,
                   subject_keys, since, weekly_hours, employment)
            SELECT %s, 0, o.id, o.municipality_id, 'TEACHER', true, ARRAY['Физика'], ARRAY['физика'], DATE '2015-09-01', 18, 'MAIN'
              FROM organisation o WHERE o.id = CAST('%s' AS uuid)""".formatted(ID, People.school(1)),
            outbox("registry.person.v1", 470), outbox("registry.person-identity.v1", 330), """
            INSERT INTO nms_bench.idempotency (caller, key, request, status, headers, body, created_at)
            VALUES ('bench', CAST(%s AS text), decode(repeat('00', 32), 'hex'), 201,
                    CAST('{"ETag": "1", "Location": "/api/registry/v1/people/", "Content-Type": "application/json"}' AS jsonb),
                    decode(repeat('00', 620), 'hex'), now())""".formatted(ID), "COMMIT"};
    }

    private static String outbox(String topic, int length) {
        return """
            INSERT INTO nms_bench.outbox (id, aggregatetype, aggregateid, type, epoch, version, occurred_at, payload)
            VALUES (%1$s, '%2$s', %1$s, '%2$s', 1, 1, now(), '%3$s')""".formatted(ID, topic, "x".repeat(length));
    }
}
