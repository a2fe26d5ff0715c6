package ru.nms.monitoring.learnt;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ru.nms.contracts.Event;
import ru.nms.contracts.MethodistChanged;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.RouteChanged;
import ru.nms.monitoring.Monitoring;
import ru.nms.platform.projection.Projection.Gone;

/// Every topic that is heard: repeated, older and late events change nothing.
class LearntTest {

    private static final Monitoring TYUMEN = Monitoring.told("tyumen");
    private static final LocalDate DAY = LocalDate.of(2024, 2, 1);

    record Heard(String table, BiFunction<UUID, Long, Event> event) {

        @Override
        public String toString() {
            return table;
        }
    }

    static List<Heard> heard() {
        var other = UUID.randomUUID();
        var now = Instant.EPOCH;
        return List.of(
                new Heard("municipality", (id, version) -> new MunicipalityChanged(other, id, 1, version, now, "ishim", "Ишим",
                        List.of(), null, Map.of(), Map.of(), Map.of(), null)),
                new Heard("organisation", (id, version) -> new OrganisationChanged(other, id, 1, version, now, "SCHOOL",
                        "INSTITUTIONAL", "Школа", other, null, null)),
                new Heard("person", (id, version) -> new PersonChanged(other, id, 1, version, now,
                        List.of(Monitoring.post(other)), null, null, null)),
                new Heard("methodist", (id, version) -> new MethodistChanged(other, id, 1, version, now, other, "MUNICIPAL",
                        other, DAY, null)),
                new Heard("result", (id, version) -> new ResultChanged(other, id, 1, version, now, other, "CNPPM", "CNPPM", DAY,
                        List.of())),
                new Heard("route", (id, version) -> new RouteChanged(other, id, 1, version, now, other, "APPROVED", DAY, DAY,
                        true, DAY, null, List.of())));
    }

    @ParameterizedTest
    @MethodSource("heard")
    void keepsTheNewestState(Heard heard) {
        var id = UUID.randomUUID();

        learn(heard, id, 5);
        learn(heard, id, 5);
        assertThat(row(heard, id)).containsEntry("version", 5L).containsEntry("deleted", false);

        learn(heard, id, 4);
        assertThat(row(heard, id)).containsEntry("version", 5L);

        learn(heard, id, 6);
        assertThat(row(heard, id)).containsEntry("version", 6L);
    }

    @ParameterizedTest
    @MethodSource("heard")
    void bringsNothingBackThatIsGone(Heard heard) {
        var id = UUID.randomUUID();

        learn(heard, id, 5);
        forget(heard, id);
        learn(heard, id, 5);

        assertThat(row(heard, id)).containsEntry("version", 6L).containsEntry("deleted", true);
    }

    @ParameterizedTest
    @MethodSource("heard")
    void remembersAnEndItHearsOfFirst(Heard heard) {
        var id = UUID.randomUUID();

        forget(heard, id);
        learn(heard, id, 5);

        assertThat(row(heard, id)).containsEntry("deleted", true);
    }

    private static void learn(Heard heard, UUID id, long version) {
        TYUMEN.learn(heard.event().apply(id, version));
    }

    private static void forget(Heard heard, UUID id) {
        TYUMEN.service().inTransaction(TYUMEN.projection(heard.event().apply(id, 6L)).gone(new Gone(id, 1, 6)));
    }

    private static Map<String, Object> row(Heard heard, UUID id) {
        return requireNonNull(TYUMEN.service().inTransaction(TYUMEN.db()
                .sql("SELECT * FROM " + heard.table() + " WHERE id = :id").bind("id", id).fetch().one()));
    }
}
