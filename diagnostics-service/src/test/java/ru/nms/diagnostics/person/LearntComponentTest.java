package ru.nms.diagnostics.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.diagnostics.Diagnostics.PERM;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.Event;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.Topic;
import ru.nms.diagnostics.Golden;
import ru.nms.platform.probe.Wire;
import ru.nms.platform.projection.Projection;
import ru.nms.platform.projection.Projection.Gone;
import ru.nms.platform.testkit.TestServers;

/// Every topic that is heard: its golden event is understood; repeated, older and late ones change nothing.
class LearntComponentTest {

    record Heard<E extends Event>(Topic<E> topic, Class<? extends Projection<E>> projection, String table) {

        void learn(UUID id, long version) {
            PERM.inTransaction(PERM.bean(projection).on(Golden.event(topic, id, version)));
        }

        void loses(UUID id, long version) {
            PERM.inTransaction(PERM.bean(projection).gone(new Gone(id, 1, version)));
        }

        Map<String, Object> row(UUID id) {
            return PERM.inTransaction(PERM.bean(DatabaseClient.class)
                    .sql("SELECT * FROM %s WHERE id = :id".formatted(table)).bind("id", id).fetch().one());
        }
    }

    static List<Heard<?>> heard() {
        return List.of(new Heard<>(PersonChanged.TOPIC, PersonProjection.class, "person"),
                new Heard<>(AssignmentChanged.TOPIC, AssignmentProjection.class, "assignment"),
                new Heard<>(OrganisationChanged.TOPIC, OrganisationProjection.class, "organisation"),
                new Heard<>(MunicipalityChanged.TOPIC, MunicipalityProjection.class, "municipality"));
    }

    private final UUID id = UUID.randomUUID();

    @ParameterizedTest
    @MethodSource("heard")
    void keepsTheNewestStateWhateverTheOrder(Heard<?> heard) {
        heard.learn(id, 5);
        heard.learn(id, 5);
        heard.learn(id, 4);
        assertThat(heard.row(id)).containsEntry("version", 5L).containsEntry("deleted", false);

        heard.learn(id, 6);
        assertThat(heard.row(id)).containsEntry("version", 6L);
    }

    @ParameterizedTest
    @MethodSource("heard")
    void bringsNobodyBackWhoIsGone(Heard<?> heard) {
        heard.learn(id, 5);
        heard.loses(id, 6);
        heard.learn(id, 5);
        assertThat(heard.row(id)).containsEntry("version", 6L).containsEntry("deleted", true);

        var other = UUID.randomUUID();
        heard.loses(other, 6);
        heard.learn(other, 5);
        assertThat(heard.row(other)).containsEntry("deleted", true);
    }

    @Test
    void replacesPostsOnlyByNewerOnes() {
        var people = heard().getFirst();
        people.learn(id, 5);
        people.learn(id, 6);
        assertThat(posts()).isEqualTo(1);

        Learnt.person(id);   // version 1, without posts: too late
        assertThat(posts()).isEqualTo(1);

        people.loses(id, 7);
        assertThat(posts()).isZero();
    }

    private long posts() {
        return (long) PERM.inTransaction(PERM.bean(DatabaseClient.class)
                .sql("SELECT count(*) AS posts FROM person_post WHERE person_id = :id").bind("id", id).fetch().one()).get("posts");
    }

    @Test
    void hearsTheGoldenEventFromTheTopic() throws Exception {
        var event = Golden.event(PersonChanged.TOPIC).put("subject", id.toString()).put("addedLater", 1);

        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            new Wire(TestServers.kafka()).send(PersonChanged.TOPIC.name(), id.toString(), event.toString(), 3);
            await().atMost(Duration.ofSeconds(5)).until(() -> heard().getFirst().row(id) != null);
        });
        assertThat(heard().getFirst().row(id)).containsEntry("version", 3L);
    }
}
