package ru.nms.diagnostics.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.CompletionChanged;
import ru.nms.contracts.Event;
import ru.nms.contracts.PracticeChanged;
import ru.nms.contracts.ProgrammeChanged;
import ru.nms.contracts.RouteChanged;
import ru.nms.contracts.SiteChanged;
import ru.nms.contracts.Topic;
import ru.nms.diagnostics.Golden;
import ru.nms.platform.projection.Projection;
import ru.nms.platform.projection.Projection.Gone;

/// Every topic that is heard here: its golden event is understood; repeated, older and late ones change nothing.
class OfferProjectionTest {

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
        return List.of(new Heard<>(RouteChanged.TOPIC, RouteProjection.class, "route"),
                new Heard<>(CompletionChanged.TOPIC, CompletionProjection.class, "completion"),
                new Heard<>(ProgrammeChanged.TOPIC, ProgrammeProjection.class, "programme"),
                new Heard<>(SiteChanged.TOPIC, SiteProjection.class, "site"),
                new Heard<>(PracticeChanged.TOPIC, PracticeProjection.class, "practice"));
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
    void bringsNothingBackThatIsGone(Heard<?> heard) {
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
    void replacesItemsOnlyByNewerOnes() {
        var routes = heard().getFirst();
        routes.learn(id, 5);
        var items = items();
        assertThat(items).isPositive();
        routes.learn(id, 6);
        assertThat(items()).isEqualTo(items);

        routes.loses(id, 7);
        assertThat(items()).isZero();
    }

    private long items() {
        return (long) PERM.inTransaction(PERM.bean(DatabaseClient.class)
                .sql("SELECT count(*) AS items FROM route_item WHERE route_id = :id").bind("id", id).fetch().one()).get("items");
    }
}
