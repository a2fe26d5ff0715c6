package ru.nms.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

import ru.nms.platform.embedded.Database;

class TestServersTest {

    @Test
    void givesAnEmptyDatabaseEachTime() throws SQLException {
        run(TestServers.database("kit"), "CREATE TABLE old (id int)");

        var fresh = TestServers.database("kit");

        assertThat(one(fresh, "SELECT count(*) FROM pg_tables WHERE tablename = 'old'")).isEqualTo("0");
    }

    @Test
    void sortsAndFoldsCyrillicWithoutTheSystemsLocale() throws SQLException {
        assertThat(one(TestServers.database("kit_locale"), "SELECT lower('ЁЛКА')")).isEqualTo("ёлка");
    }

    @Test
    void keepsRolesOutOfEachOthersDatabases() {
        var mine = TestServers.database("kit_mine");
        var theirs = TestServers.database("kit_theirs");
        var intruder = new Database(mine.host(), mine.port(), theirs.name(), mine.user(), mine.password());

        assertThatThrownBy(() -> one(intruder, "SELECT 1")).hasMessageContaining("permission denied");
    }

    @Test
    void makesTopicsOnlyOnRequest() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            admin.createTopics(List.of(new NewTopic("kit.asked", Optional.of(3), Optional.empty()))).all().get();

            // the broker that answers may hear of it a moment later
            await().untilAsserted(() -> assertThat(admin.listTopics().names().get()).contains("kit.asked").doesNotContain("kit.never"));
            assertThatThrownBy(() -> admin.describeTopics(List.of("kit.never")).allTopicNames().get())
                    .hasMessageContaining("UnknownTopic");
        }
    }

    private static void run(Database database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Database database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
