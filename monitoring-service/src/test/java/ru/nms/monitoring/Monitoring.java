package ru.nms.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import reactor.core.publisher.Mono;
import ru.nms.contracts.Event;
import ru.nms.contracts.MethodistChanged;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonChanged.Post;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.RouteChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.access.Role;
import ru.nms.platform.projection.Projection;
import ru.nms.platform.testkit.ServiceUnderTest;

/// A running service and what others have told it.
public record Monitoring(ServiceUnderTest service) {

    public static final LocalDate LONG_AGO = LocalDate.of(2015, 9, 1);

    /// Tyumen, the only one that hears Kafka.
    public static Monitoring hearing() {
        return new Monitoring(ServiceUnderTest.start(MonitoringApplication.class, "monitoring", "nms.region=tyumen"));
    }

    /// Told directly, as the reader of Kafka would.
    public static Monitoring told(String region) {
        return new Monitoring(ServiceUnderTest.start(MonitoringApplication.class, "monitoring", "nms.region=" + region,
                ServiceUnderTest.NO_KAFKA));
    }

    /// Not while values are counted: either would wait for the other.
    public void forgetEverything() {
        service.inTransaction(db().sql("SELECT pg_advisory_xact_lock(hashtext('indicator_value'))").then()
                .then(db().sql("""
                TRUNCATE municipality, organisation, person, person_post, methodist, result, route, projection_progress,
                         indicator_mark, indicator_value
                """).then()));
    }

    public DatabaseClient db() {
        return service.bean(DatabaseClient.class);
    }

    public UUID municipality(String unit) {
        return municipality("Район", unit, Map.of(), Map.of());
    }

    public UUID municipality(String name, String unit, Map<Integer, Integer> methodists, Map<Integer, Integer> teachers) {
        var id = UUID.randomUUID();
        learn(new MunicipalityChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, "code-" + id, name, List.of(), null,
                Map.of("EDUCATION_DISTRICT", unit), methodists, teachers, null));
        return id;
    }

    public UUID organisation(@Nullable UUID municipality) {
        var id = UUID.randomUUID();
        learn(new OrganisationChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, "SCHOOL", "INSTITUTIONAL", "Школа",
                municipality, null, null));
        return id;
    }

    public UUID teacher(@Nullable UUID municipality) {
        return person(post(municipality));
    }

    public UUID person(Post... posts) {
        var id = UUID.randomUUID();
        person(id, 1, posts);
        return id;
    }

    public void person(UUID id, long version, Post... posts) {
        learn(new PersonChanged(UUID.randomUUID(), id, 1, version, Instant.EPOCH, List.of(posts), null, null, null));
    }

    public static Post post(@Nullable UUID municipality) {
        return new Post(UUID.randomUUID(), municipality, "TEACHER", true, List.of(), LONG_AGO, null);
    }

    public UUID methodist(UUID municipality, LocalDate since, @Nullable LocalDate until) {
        var id = UUID.randomUUID();
        learn(new MethodistChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, UUID.randomUUID(), "MUNICIPAL",
                municipality, since, until));
        return id;
    }

    public UUID result(UUID person, String day) {
        var id = UUID.randomUUID();
        learn(new ResultChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, person, "CNPPM_DIAGNOSTICS", "CNPPM",
                LocalDate.parse(day), List.of()));
        return id;
    }

    public UUID route(UUID person, boolean byDiagnostics, @Nullable String approvedOn) {
        var id = UUID.randomUUID();
        var approved = approvedOn == null ? null : LocalDate.parse(approvedOn);
        learn(new RouteChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, person,
                approved == null ? "DRAFT" : "APPROVED", LONG_AGO, LONG_AGO.plusYears(1), byDiagnostics, approved, null,
                List.of()));
        return id;
    }

    /// As if Kafka had brought it, the note of progress included.
    public <E extends Event> void learn(E event) {
        Projection<E> projection = projection(event);
        service.inTransaction(projection.on(event).then(projection.then(event)).then(progress(projection)));
    }

    private Mono<Void> progress(Projection<?> projection) {
        return db().sql("""
                INSERT INTO projection_progress (topic, events, last_event, learnt_at) VALUES (:topic, 1, now(), now())
                ON CONFLICT DO NOTHING
                """).bind("topic", projection.topic().name()).then();
    }

    @SuppressWarnings("unchecked")
    public <E extends Event> Projection<E> projection(E event) {
        return (Projection<E>) service.context().getBeansOfType(Projection.class).values().stream()
                .filter(one -> one.topic().type() == event.getClass()).findFirst().orElseThrow();
    }

    /// What the platform does when the copy of a topic was built anew.
    public void rebuilt(Topic<?> topic) {
        service.inTransaction(service.context().getBeansOfType(Projection.class).values().stream()
                .filter(one -> one.topic().equals(topic)).findFirst().orElseThrow().rebuilt());
    }

    public WebTestClient coordinator() {
        return service.as(Role.COORDINATOR);
    }

    public WebTestClient municipal(UUID municipality) {
        return service.as(Role.MUNICIPALITY, null, null, municipality);
    }

    public static ResponseSpec get(WebTestClient http, String path) {
        return http.get().uri("/api/monitoring/v1/" + path).exchange();
    }
}
