package ru.nms.registry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.ServiceUnderTest;
import ru.nms.registry.Registry;
import ru.nms.registry.Shelf;

/// Search by parts of words, among so many people that reading the whole table would be dearer. The role of the service
/// is not a superuser, and made the extension itself.
class WordIndexComponentTest {

    private static final ServiceUnderTest KUZBASS = Shelf.in("kuzbass");

    @Test
    void findsPartsOfWordsByAnIndex() {
        for (int part = 0; part < 15; part++) {   // no statement may last long, however busy the machine is
            run("""
                    INSERT INTO person (id, version, created_at, changed_at, last_name, first_name, name_key)
                    SELECT gen_random_uuid(), 1, now(), now(), 'Фамилия' || n, 'Анна', 'фамилия' || md5('%d-' || n) || ' анна'
                      FROM generate_series(1, 2000) AS n""".formatted(part));
        }
        run("""
                INSERT INTO person (id, version, created_at, changed_at, last_name, first_name, name_key)
                VALUES (gen_random_uuid(), 1, now(), now(), 'Щербакова', 'Анна', 'щербакова анна')""");
        run("SELECT CAST(gin_clean_pending_list('person_by_words') AS text) AS said");   // what autovacuum does
        run("ANALYZE person");
        var before = scans();

        Registry.get(KUZBASS.as(Role.COORDINATOR), "people?q=анна рбаков").expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].lastName").isEqualTo("Щербакова");

        await().untilAsserted(() -> assertThat(scans()).isGreaterThan(before));
        assertThat(Shelf.ids(KUZBASS.as(Role.COORDINATOR), "people?q=анна&limit=2")).hasSize(2);
        assertThat(run("SELECT CAST(rolsuper AS text) AS said FROM pg_roles WHERE rolname = current_user")).containsExactly("false");
    }

    private static long scans() {
        return Long.parseLong(run("""
                SELECT CAST(idx_scan AS text) AS said FROM pg_stat_user_indexes WHERE indexrelname = 'person_by_words'""").getFirst());
    }

    private static List<String> run(String sql) {
        return KUZBASS.inTransaction(KUZBASS.bean(DatabaseClient.class).sql(sql)
                .map(row -> String.valueOf(row.get("said", String.class))).all().collectList());
    }
}
