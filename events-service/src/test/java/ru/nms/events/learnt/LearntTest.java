package ru.nms.events.learnt;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.events.Events.SERVICE;
import static ru.nms.events.Events.projection;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.Event;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.projection.Projection.Gone;

/// Every topic that is heard: its golden event is understood; repeated, older and late ones change nothing.
class LearntTest {

    record Heard(Topic<?> topic, String table) {

        @Override
        public String toString() {
            return topic.name();
        }
    }

    static List<Heard> heard() {
        return List.of(new Heard(OrganisationChanged.TOPIC, "organisation"), new Heard(PersonChanged.TOPIC, "person"),
                new Heard(PersonIdentityChanged.TOPIC, "person_identity"), new Heard(AssignmentChanged.TOPIC, "assignment"));
    }

    @ParameterizedTest
    @MethodSource("heard")
    void understandsTheGoldenEvent(Heard heard) {
        var id = UUID.randomUUID();

        learn(golden(heard.topic(), id, 5));
        learn(golden(heard.topic(), id, 5));

        assertThat(row(heard, id)).containsEntry("version", 5L).containsEntry("deleted", false);
    }

    @ParameterizedTest
    @MethodSource("heard")
    void keepsTheNewerStateWhenAnOlderOneComesLate(Heard heard) {
        var id = UUID.randomUUID();

        learn(golden(heard.topic(), id, 5));
        learn(golden(heard.topic(), id, 4));
        assertThat(row(heard, id)).containsEntry("version", 5L);

        learn(golden(heard.topic(), id, 6));
        assertThat(row(heard, id)).containsEntry("version", 6L);
    }

    @ParameterizedTest
    @MethodSource("heard")
    void bringsNobodyBackWhoIsGone(Heard heard) {
        var id = UUID.randomUUID();
        var event = golden(heard.topic(), id, 5);

        learn(event);
        SERVICE.inTransaction(projection(event).gone(new Gone(id, 1, 6)));
        learn(event);

        assertThat(row(heard, id)).containsEntry("version", 6L).containsEntry("deleted", true);
        assertThat(row(heard, id).keySet().stream().filter(column -> column.endsWith("_name")).map(row(heard, id)::get))
                .allMatch(Objects::isNull);
    }

    @ParameterizedTest
    @MethodSource("heard")
    void remembersAnEndItHearsOfFirst(Heard heard) {
        var id = UUID.randomUUID();
        var event = golden(heard.topic(), id, 5);

        SERVICE.inTransaction(projection(event).gone(new Gone(id, 1, 6)));
        learn(event);

        assertThat(row(heard, id)).containsEntry("deleted", true);
    }

    private static <E extends Event> void learn(E event) {
        SERVICE.inTransaction(projection(event).on(event));
    }

    private static Map<String, Object> row(Heard heard, UUID id) {
        return SERVICE.inTransaction(SERVICE.bean(DatabaseClient.class)
                .sql("SELECT * FROM " + heard.table() + " WHERE id = :id").bind("id", id).fetch().one());
    }

    /// The golden event as another subject and version.
    private static Event golden(Topic<?> topic, UUID id, long version) {
        try {
            var text = Files.readString(Path.of("../contracts/src/test/resources/golden", topic.name() + ".json"));
            Event event = SERVICE.bean(EventJson.class).mapper().readValue(text, topic.type());
            var parts = topic.type().getRecordComponents();
            var values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                values[i] = switch (parts[i].getName()) {
                    case "subject" -> id;
                    case "epoch" -> 1L;
                    case "version" -> version;
                    default -> parts[i].getAccessor().invoke(event);
                };
            }
            var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (Event) topic.type().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
