package ru.nms.iom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.Event;
import ru.nms.contracts.EventChanged;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.ParticipationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonFateChanged;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.projection.Projection;
import tools.jackson.databind.node.ObjectNode;

/// Every copy this service keeps: repeated, older and late events change nothing.
class LearningTest {

    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final EventJson JSON = EventJson.create();

    private final Iom iom = Iom.in(Iom.HEARING);

    /// @param table where the copy stands
    record Heard<E extends Event>(Topic<E> topic, String table, E sample) {

        Event at(UUID subject, long version) {
            var tree = (ObjectNode) JSON.mapper().valueToTree(sample);
            return JSON.mapper().treeToValue(tree.put("subject", subject.toString()).put("epoch", 1).put("version", version),
                    topic.type());
        }

        @Override
        public String toString() {
            return topic.name();
        }
    }

    static Stream<Heard<?>> heard() {
        var id = UUID.randomUUID();
        return Stream.of(
                new Heard<>(PersonChanged.TOPIC, "person_copy", new PersonChanged(id, id, 1, 1, AT, List.of(
                        new PersonChanged.Post(id, id, "TEACHER", true, List.of("физика"), DAY, null)), null, null, null)),
                new Heard<>(PersonIdentityChanged.TOPIC, "person_identity_copy",
                        new PersonIdentityChanged(id, id, 1, 1, AT, "Образцова", "Пример", "Примеровна")),
                new Heard<>(AssignmentChanged.TOPIC, "assignment_copy",
                        new AssignmentChanged(id, id, 1, 1, AT, id, id, id, DAY, DAY.plusYears(1))),
                new Heard<>(OrganisationChanged.TOPIC, "organisation_copy",
                        new OrganisationChanged(id, id, 1, 1, AT, "SCHOOL", "INSTITUTIONAL", "Школа № 1", id, null, null)),
                new Heard<>(MunicipalityChanged.TOPIC, "municipality_copy",
                        new MunicipalityChanged(id, id, 1, 1, AT, "TYUMEN", "г. Тюмень", List.of(), null, Map.of(), Map.of(), Map.of(), null)),
                new Heard<>(ResultChanged.TOPIC, "result_copy",
                        new ResultChanged(id, id, 1, 1, AT, id, "Диагностика", "CNPPM", DAY, List.of("METHODICAL"))),
                new Heard<>(DeficitChanged.TOPIC, "deficit_copy",
                        new DeficitChanged(id, id, 1, 1, AT, id, "METHODICAL", "HIGH", "OPEN", DAY, null, id)),
                new Heard<>(EventChanged.TOPIC, "event_copy", new EventChanged(id, id, 1, 1, AT, "SEMINAR", "REGIONAL",
                        "Семинар", id, AT, AT, "ONLINE", 10, List.of("METHODICAL"), "PUBLISHED", "IMO-1", "JOINT_EVENTS")),
                new Heard<>(ParticipationChanged.TOPIC, "participation_copy", new ParticipationChanged(id, id, 1, 1, AT, id, id,
                        "CONFIRMED", "PRESENT", "SEMINAR", List.of("METHODICAL"), AT)));
    }

    /// Besides what was decided about people: see `DestroyedPersonTest`.
    @Test
    void hearsNothingElse() {
        assertThat(iom.service().context().getBeanProvider(Projection.class).stream().map(one -> one.topic().name())
                .filter(topic -> !topic.equals(PersonFateChanged.TOPIC.name())))
                .containsExactlyInAnyOrderElementsOf(heard().map(Heard::toString).toList());
    }

    @ParameterizedTest
    @MethodSource("heard")
    void ignoresRepeatedOlderAndLateEvents(Heard<?> heard) {
        var id = UUID.randomUUID();
        iom.learns(heard.at(id, 3), heard.at(id, 3), heard.at(id, 2));
        assertThat(copy(heard.table(), id)).isEqualTo("3 false");

        iom.forgets(heard.topic(), id, 4);
        iom.learns(heard.at(id, 3));
        assertThat(copy(heard.table(), id)).isEqualTo("4 true");

        iom.learns(heard.at(id, 5));
        assertThat(copy(heard.table(), id)).isEqualTo("5 false");
        iom.forgets(heard.topic(), id, 6);
    }

    /// What the owners of the topics promise to write, they write in these files.
    @ParameterizedTest
    @MethodSource("heard")
    void understandsTheGoldenEvent(Heard<?> heard) {
        var file = Path.of("../contracts/src/test/resources/golden", heard.topic().name() + ".json");
        var event = JSON.mapper().readValue(read(file), heard.topic().type());

        iom.learns(event, event);

        assertThat(copy(heard.table(), event.subject())).isEqualTo(event.version() + " false");
        iom.forgets(heard.topic(), event.subject(), event.version() + 1);
    }

    @Test
    void postsFollowTheNewestStateOfThePerson() {
        var teacher = iom.teacher();
        iom.learns(new PersonChanged(UUID.randomUUID(), teacher.id(), 1, 2, AT, List.of(), null, null, null));

        assertThat(number("SELECT count(*) AS n FROM person_post WHERE person_id = '%s'".formatted(teacher.id()))).isZero();
    }

    @Test
    void namesAreErasedWithThePerson() {
        var teacher = iom.teacher();

        iom.forgets(PersonIdentityChanged.TOPIC, teacher.id(), 2);

        assertThat(number("SELECT count(last_name) AS n FROM person_identity_copy WHERE id = '%s'".formatted(teacher.id()))).isZero();
    }

    private String copy(String table, UUID id) {
        return Objects.requireNonNull(iom.service().bean(DatabaseClient.class)
                .sql("SELECT version || ' ' || deleted AS copy FROM " + table + " WHERE id = :id").bind("id", id)
                .map(row -> row.get("copy", String.class)).one().block());
    }

    private long number(String sql) {
        return Objects.requireNonNull(iom.service().bean(DatabaseClient.class).sql(sql)
                .map(row -> row.get("n", Long.class)).one().block());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
