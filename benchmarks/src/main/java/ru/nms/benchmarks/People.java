package ru.nms.benchmarks;

/// People of the registry, made by SQL in its own tables: a million of them through the API would take longer than the
/// measurements. Nothing is announced of them. Their ids follow from their numbers, so that both sides can ask for any.
record People(DatabaseAddress registry, int count) {

    private static final long FIRST = 100_000_000_000L;
    private static final int A_SCHOOL = 40;

    /// The id of a person as SQL, of a number that `pgbench` knows as a variable.
    static final String ID_OF_N = "CAST('00000000-0000-7000-8000-' || (100000000000 + CAST(:n AS integer)) AS uuid)";

    static String id(int number) {
        return "00000000-0000-7000-8000-" + (FIRST + number);
    }

    static String school(int number) {
        return "00000000-0000-7000-8001-" + (FIRST + number);
    }

    int schools() {
        return Math.max(1, count / A_SCHOOL);
    }

    void make() {
        registry.run("""
                INSERT INTO organisation (id, version, created_at, changed_at, kind, level, name, aliases, name_key, name_keys,
                       search_key, municipality_id, coordinates)
                SELECT CAST('00000000-0000-7000-8001-' || (100000000000 + n) AS uuid), 1, now(), now(), 'SCHOOL', 'INSTITUTIONAL',
                       'Школа № ' || n, '{}', fold_name('Школа № ' || n), ARRAY[fold_name('Школа № ' || n)], fold_name('Школа № ' || n),
                       (SELECT array_agg(id ORDER BY code) FROM municipality)[1 + n %% (SELECT CAST(count(*) AS integer) FROM municipality)],
                       false
                  FROM generate_series(1, %d) n
                """.formatted(schools()), """
                INSERT INTO person (id, version, created_at, changed_at, external_id, last_name, first_name, patronymic,
                       name_key, birth_date, category, attested_on)
                SELECT CAST('00000000-0000-7000-8000-' || (100000000000 + n) AS uuid), 1, now(), now(), 'S-' || n,
                       'Педагог-' || left(md5(CAST(n AS text)), 6), 'Номер', CAST(n AS text),
                       fold_name('Педагог-' || left(md5(CAST(n AS text)), 6) || ' Номер ' || n), DATE '1961-01-01' + n %% 14600,
                       (ARRAY['NONE', 'FIRST', 'HIGHEST'])[1 + n %% 3], DATE '2023-05-01'
                  FROM generate_series(1, %d) n
                """.formatted(count), """
                INSERT INTO post (person_id, n, organisation_id, municipality_id, position, teaching, subjects, subject_keys,
                       since, employment)
                SELECT CAST('00000000-0000-7000-8000-' || (100000000000 + n) AS uuid), 0, o.id, o.municipality_id, 'TEACHER',
                       true, ARRAY['Физика'], ARRAY['физика'], DATE '2015-09-01', 'MAIN'
                  FROM generate_series(1, %d) n
                  JOIN organisation o ON o.id = CAST('00000000-0000-7000-8001-' || (100000000000 + 1 + n %% %d) AS uuid)
                """.formatted(count, schools()),
                "VACUUM (ANALYZE) organisation", "VACUUM (ANALYZE) person", "VACUUM (ANALYZE) post");
    }

    /// Tables like the registry's, with the same keys and indexes, which nobody listens to: what the limit writes is not
    /// told to others.
    void makeTablesOfTheLimit() {
        registry.run("DROP SCHEMA IF EXISTS nms_bench CASCADE", "CREATE SCHEMA nms_bench",
                "CREATE TABLE nms_bench.person (LIKE person INCLUDING ALL)",
                "CREATE TABLE nms_bench.post (LIKE post INCLUDING ALL)",
                "CREATE TABLE nms_bench.outbox (LIKE outbox INCLUDING ALL)",
                "CREATE TABLE nms_bench.idempotency (LIKE idempotency INCLUDING ALL)",
                "ALTER TABLE nms_bench.post ADD FOREIGN KEY (person_id) REFERENCES nms_bench.person",
                "ALTER TABLE nms_bench.post ADD FOREIGN KEY (organisation_id) REFERENCES organisation",
                "ALTER TABLE nms_bench.post ADD FOREIGN KEY (municipality_id) REFERENCES municipality");
    }
}
