package ru.nms.events;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.Event;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonChanged.Post;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.access.Role;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.probe.Wire;
import ru.nms.platform.projection.Projection;
import ru.nms.platform.testkit.ServiceUnderTest;
import ru.nms.platform.testkit.TestServers;

/// The running service, what the registry has told it, and what every test does with it.
public final class Events {

    public static final ServiceUnderTest SERVICE =
            ServiceUnderTest.start(EventsApplication.class, "events", "nms.region=tyumen");

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 9, 1);

    private Events() {}

    /// The events of another region, without a broker: what is to be told waits in the outbox.
    public static ServiceUnderTest of(String region) {
        return ServiceUnderTest.start(EventsApplication.class, "events", "nms.region=" + region, ServiceUnderTest.NO_KAFKA);
    }

    public static WebTestClient coordinator() {
        return SERVICE.as(Role.COORDINATOR);
    }

    public static WebTestClient teacher(UUID person) {
        return SERVICE.as(Role.TEACHER, person);
    }

    public static WebTestClient provider(UUID organisation) {
        return SERVICE.as(Role.PROVIDER, UUID.randomUUID(), organisation, null);
    }

    /// An event of next week.
    public static String draft(UUID organiser, int capacity) {
        return draft(organiser, capacity, Instant.now(Clock.systemUTC()).plus(Duration.ofDays(7)));
    }

    public static String draft(UUID organiser, int capacity, Instant start) {
        return """
                {"kind": "SEMINAR", "level": "REGIONAL", "title": "Смысловое чтение", "organiserId": "%s", "startsAt": "%s",
                 "endsAt": "%s", "mode": "ONSITE", "capacity": %d, "competences": ["METHODICAL"], "place": "Ишим"}
                """.formatted(organiser, start, start.plus(Duration.ofHours(2)), capacity);
    }

    public static UUID drafted(UUID organiser, int capacity) {
        return id(post(coordinator(), "/events", draft(organiser, capacity)).expectStatus().isCreated());
    }

    public static UUID published(UUID organiser, int capacity) {
        var id = drafted(organiser, capacity);
        post(coordinator(), "/events/" + id + "/publication", 1, null).expectStatus().isOk();
        return id;
    }

    public static UUID registered(UUID event, UUID person) {
        return id(register(teacher(person), event, person).expectStatus().isCreated());
    }

    public static ResponseSpec register(WebTestClient http, UUID event, UUID person) {
        return post(http, "/events/" + event + "/registrations", "{\"personId\": \"" + person + "\"}");
    }

    public static ResponseSpec attend(WebTestClient http, UUID event, UUID registration, long version, String status) {
        return put(http, "/events/%s/registrations/%s/attendance".formatted(event, registration), version,
                "{\"status\": \"" + status + "\"}");
    }

    public static ResponseSpec cancel(WebTestClient http, UUID event, UUID registration, long version) {
        return post(http, "/events/%s/registrations/%s/cancellation".formatted(event, registration), version, null);
    }

    /// An hour ago, so that nobody has to wait for it.
    public static void begins(UUID event) {
        SERVICE.inTransaction(SERVICE.bean(DatabaseClient.class).sql("""
                UPDATE event SET starts_at = now() - interval '1 hour', registration_until = now() - interval '1 hour',
                       ends_at = now() + interval '1 hour' WHERE id = :id
                """).bind("id", event).fetch().rowsUpdated());
    }

    public static ResponseSpec get(WebTestClient http, String path) {
        return http.get().uri("/api/events/v1" + path).exchange();
    }

    public static ResponseSpec post(WebTestClient http, String path, String body) {
        return http.post().uri("/api/events/v1" + path).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    public static ResponseSpec post(WebTestClient http, String path, long version, @Nullable String body) {
        var request = http.post().uri("/api/events/v1" + path).header("If-Match", "\"" + version + "\"");
        return body == null ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    public static ResponseSpec put(WebTestClient http, String path, long version, String body) {
        return http.put().uri("/api/events/v1" + path).header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    public static Map<String, Object> body(ResponseSpec answer) {
        return requireNonNull(answer.expectBody(new ParameterizedTypeReference<Map<String, Object>>() {}).returnResult()
                .getResponseBody());
    }

    public static UUID id(ResponseSpec answer) {
        return UUID.fromString(String.valueOf(body(answer).get("id")));
    }

    /// A draft with the district whose event it is, and perhaps with one of its tasks.
    public static String draftOf(UUID organiser, String unit, @Nullable String task) {
        return draft(organiser, 5).replace("\"mode\"", "\"groupingUnit\": \"%s\", %s \"mode\"".formatted(unit,
                task == null ? "" : "\"groupingTask\": \"" + task + "\","));
    }

    /// An organisation that the registry has told of.
    public static UUID organisation(UUID municipality) {
        var id = UUID.randomUUID();
        learn(new OrganisationChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, "CNPPM", "REGIONAL", "Центр", municipality,
                null, null));
        return id;
    }

    /// A person that the registry has told of.
    public static UUID person(UUID organisation, UUID municipality) {
        var id = UUID.randomUUID();
        learn(new PersonChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, List.of(new Post(organisation, municipality,
                "TEACHER", true, List.of(), LONG_AGO, null)), null, null, null));
        return id;
    }

    public static void named(UUID person, String lastName, String firstName) {
        learn(new PersonIdentityChanged(UUID.randomUUID(), person, 1, 1, Instant.EPOCH, lastName, firstName, null));
    }

    public static void assigned(UUID methodist, UUID person) {
        learn(new AssignmentChanged(UUID.randomUUID(), UUID.randomUUID(), 1, 1, Instant.EPOCH, UUID.randomUUID(), methodist,
                person, LONG_AGO, null));
    }

    /// As if Kafka had brought it, the note of progress included.
    public static <E extends Event> void learn(E event) {
        Projection<E> projection = projection(event);
        SERVICE.inTransaction(projection.on(event).then(SERVICE.bean(DatabaseClient.class).sql("""
                INSERT INTO projection_progress (topic, events, last_event, learnt_at) VALUES (:topic, 1, now(), now())
                ON CONFLICT DO NOTHING
                """).bind("topic", projection.topic().name()).then()));
    }

    @SuppressWarnings("unchecked")
    public static <E extends Event> Projection<E> projection(E event) {
        return (Projection<E>) SERVICE.context().getBeansOfType(Projection.class).values().stream()
                .filter(one -> one.topic().type() == event.getClass()).findFirst().orElseThrow();
    }

    /// What Kafka holds about one subject, oldest first.
    public static <E extends Event> List<E> told(Topic<E> topic, UUID subject) {
        var json = SERVICE.bean(EventJson.class).mapper();
        return records(topic, subject).stream().map(record -> json.readValue(record.value(), topic.type())).toList();
    }

    public static List<ConsumerRecord<String, String>> records(Topic<?> topic, UUID subject) {
        return new Wire(TestServers.kafka()).all(topic.name(), record -> subject.toString().equals(record.key()));
    }
}
