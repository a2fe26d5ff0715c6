package ru.nms.monitoring.learnt;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ru.nms.contracts.Event;
import ru.nms.contracts.MethodistChanged;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.RouteChanged;
import ru.nms.contracts.Topic;
import ru.nms.monitoring.Monitoring;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.projection.Projection.Gone;
import tools.jackson.databind.node.ObjectNode;

/// Every topic that is heard: its golden event is understood; repeated, older and late ones change nothing.
class LearntTest {

    private static final Monitoring TYUMEN = Monitoring.told("tyumen");

    record Heard(Topic<?> topic, String table) {

        @Override
        public String toString() {
            return topic.name();
        }
    }

    static List<Heard> heard() {
        return List.of(new Heard(MunicipalityChanged.TOPIC, "municipality"), new Heard(OrganisationChanged.TOPIC, "organisation"),
                new Heard(PersonChanged.TOPIC, "person"), new Heard(MethodistChanged.TOPIC, "methodist"),
                new Heard(ResultChanged.TOPIC, "result"), new Heard(RouteChanged.TOPIC, "route"));
    }

    @ParameterizedTest
    @MethodSource("heard")
    void keepsTheNewestState(Heard heard) throws IOException {
        var id = UUID.randomUUID();

        TYUMEN.learn(golden(heard, id, 5));
        TYUMEN.learn(golden(heard, id, 5));
        assertThat(row(heard, id)).containsEntry("version", 5L).containsEntry("deleted", false);

        TYUMEN.learn(golden(heard, id, 4));
        assertThat(row(heard, id)).containsEntry("version", 5L);

        TYUMEN.learn(golden(heard, id, 6));
        assertThat(row(heard, id)).containsEntry("version", 6L);
    }

    @ParameterizedTest
    @MethodSource("heard")
    void bringsNothingBackThatIsGone(Heard heard) throws IOException {
        var id = UUID.randomUUID();

        TYUMEN.learn(golden(heard, id, 5));
        forget(heard, id);
        TYUMEN.learn(golden(heard, id, 5));

        assertThat(row(heard, id)).containsEntry("version", 6L).containsEntry("deleted", true);
    }

    @ParameterizedTest
    @MethodSource("heard")
    void remembersAnEndItHearsOfFirst(Heard heard) throws IOException {
        var id = UUID.randomUUID();

        forget(heard, id);
        TYUMEN.learn(golden(heard, id, 5));

        assertThat(row(heard, id)).containsEntry("deleted", true);
    }

    private static void forget(Heard heard, UUID id) throws IOException {
        TYUMEN.service().inTransaction(TYUMEN.projection(golden(heard, id, 6)).gone(new Gone(id, 1, 6)));
    }

    private static Map<String, Object> row(Heard heard, UUID id) {
        return requireNonNull(TYUMEN.service().inTransaction(TYUMEN.db()
                .sql("SELECT * FROM " + heard.table() + " WHERE id = :id").bind("id", id).fetch().one()));
    }

    /// The golden event as another subject and version.
    private static Event golden(Heard heard, UUID id, long version) throws IOException {
        var json = TYUMEN.service().bean(EventJson.class).mapper();
        var event = (ObjectNode) json.readTree(Files.readString(Path.of("../contracts/src/test/resources/golden",
                heard.topic().name() + ".json")));
        event.put("subject", id.toString()).put("epoch", 1).put("version", version);
        return json.treeToValue(event, heard.topic().type());
    }
}
