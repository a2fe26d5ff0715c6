package ru.nms.iom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpMethod;

import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.Event;
import ru.nms.contracts.EventChanged;
import ru.nms.contracts.ParticipationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.access.Role;
import ru.nms.platform.projection.Projection;
import ru.nms.platform.testkit.ServiceUnderTest;
import ru.nms.platform.testkit.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service in one region, as tests see it: they tell it what other services say, and call it over HTTP.
public final class Iom {

    public static final String HEARING = "tyumen";
    public static final LocalDate TODAY = LocalDate.now(Clock.systemUTC());

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Iom> RUNNING = new ConcurrentHashMap<>();

    private final ServiceUnderTest service;

    private Iom(ServiceUnderTest service) {
        this.service = service;
    }

    /// Only one of the services of a JVM speaks to Kafka.
    public static Iom in(String region) {
        return RUNNING.computeIfAbsent(region, name -> new Iom(name.equals(HEARING)
                ? ServiceUnderTest.start(IomApplication.class, "iom", "nms.region=" + name)
                : ServiceUnderTest.start(IomApplication.class, "iom", "nms.region=" + name, ServiceUnderTest.NO_KAFKA)));
    }

    public ServiceUnderTest service() {
        return service;
    }

    /// What the platform does with an event that arrives.
    public void learns(Event... events) {
        for (var event : events) {
            learn(event);
        }
    }

    private <E extends Event> void learn(E event) {
        var projection = projection(event);
        service.inTransaction(projection.on(event).then(reactor.core.publisher.Mono.defer(() -> projection.then(event))));
    }

    public void forgets(Topic<?> topic, UUID subject, long version) {
        service.inTransaction(projection(topic).gone(new Projection.Gone(subject, 1, version)));
    }

    @SuppressWarnings("unchecked")
    private <E extends Event> Projection<E> projection(E event) {
        return (Projection<E>) service.context().getBeanProvider(ResolvableType.forClassWithGenerics(Projection.class,
                event.getClass())).getObject();
    }

    private Projection<?> projection(Topic<?> topic) {
        return (Projection<?>) service.context().getBeanProvider(ResolvableType.forClassWithGenerics(Projection.class,
                topic.type())).getObject();
    }

    /// A person with a post, and where it is.
    public record Teacher(UUID id, UUID organisation, UUID municipality) {

        public String token() {
            return Tokens.of(Role.TEACHER, id);
        }

        public String organisationToken() {
            return Tokens.of(Role.ORGANISATION, UUID.randomUUID(), organisation, null);
        }
    }

    public Teacher teacher() {
        return person("TEACHER", true);
    }

    public Teacher person(String position, boolean teaching) {
        var teacher = new Teacher(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        learns(new PersonChanged(UUID.randomUUID(), teacher.id(), 1, 1, now(), List.of(new PersonChanged.Post(
                        teacher.organisation(), teacher.municipality(), position, teaching, List.of("математика"),
                        LocalDate.of(2020, 9, 1), null)), "FIRST", null, null),
                new PersonIdentityChanged(UUID.randomUUID(), teacher.id(), 1, 1, now(), "Образцова", "Пример", null));
        return teacher;
    }

    /// A methodist who accompanies the person; the answer is their token.
    public String methodistOf(Teacher teacher) {
        var methodist = UUID.randomUUID();
        learns(new AssignmentChanged(UUID.randomUUID(), UUID.randomUUID(), 1, 1, now(), UUID.randomUUID(), methodist,
                teacher.id(), LocalDate.of(2024, 1, 1), null));
        return Tokens.of(Role.METHODIST, methodist);
    }

    public UUID result(Teacher teacher, String... competences) {
        var id = UUID.randomUUID();
        learns(new ResultChanged(UUID.randomUUID(), id, 1, 1, now(), teacher.id(), "Диагностика", "CNPPM",
                TODAY.minusDays(10), List.of(competences)));
        return id;
    }

    public UUID deficit(Teacher teacher, String competence, String level) {
        var id = UUID.randomUUID();
        learns(new DeficitChanged(UUID.randomUUID(), id, 1, 1, now(), teacher.id(), competence, level, "OPEN",
                TODAY.minusDays(10), null, UUID.randomUUID()));
        return id;
    }

    public UUID event(String title, Instant startsAt, String... competences) {
        var id = UUID.randomUUID();
        learns(new EventChanged(UUID.randomUUID(), id, 1, 1, now(), "SEMINAR", "REGIONAL", title, UUID.randomUUID(),
                startsAt, startsAt.plus(2, ChronoUnit.HOURS), "ONLINE", 30, List.of(competences), "PUBLISHED", "IMO-1", null));
        return id;
    }

    public static ParticipationChanged participation(UUID id, long version, UUID event, Teacher teacher,
                                                     @Nullable String attendance, Instant endsAt, String... competences) {
        return new ParticipationChanged(UUID.randomUUID(), id, 1, version, now(), event, teacher.id(), "CONFIRMED",
                attendance, "SEMINAR", List.of(competences), endsAt);
    }

    public static Instant now() {
        return Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS);
    }

    public static Instant inDays(int days) {
        return now().plus(Duration.ofDays(days));
    }

    /// What came back.
    public record Reply(int status, JsonNode body, @Nullable String etag, @Nullable String location) {

        public UUID id() {
            return UUID.fromString(body.get("id").asString());
        }

        public String text(String field) {
            return body.path(field).asString("");
        }

        public String problem() {
            return text("type").replace("urn:nms:problem:", "");
        }

        public List<String> texts(String list, String field) {
            return body.path(list).valueStream().map(one -> field.isEmpty() ? one.asString() : one.path(field).asString("")).toList();
        }

        public JsonNode item(int index) {
            return body.path("items").path(index);
        }
    }

    public Reply get(String token, String path) {
        return call(token, HttpMethod.GET, path, null, null);
    }

    public Reply post(String token, String path, @Nullable String body) {
        return call(token, HttpMethod.POST, path, body, null);
    }

    public Reply post(String token, String path, @Nullable String body, @Nullable String ifMatch) {
        return call(token, HttpMethod.POST, path, body, ifMatch);
    }

    public Reply put(String token, String path, String body, @Nullable String ifMatch) {
        return call(token, HttpMethod.PUT, path, body, ifMatch);
    }

    public Reply call(String token, HttpMethod method, String path, @Nullable String body, @Nullable String ifMatch) {
        var request = service.with(token).method(method).uri("/api/iom/v1" + path);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.header("Content-Type", "application/json").bodyValue(body);
        }
        var result = request.exchange().expectBody().returnResult();
        var bytes = result.getResponseBodyContent();
        return new Reply(result.getStatus().value(), bytes == null || bytes.length == 0 ? JSON.createObjectNode()
                : JSON.readTree(bytes), result.getResponseHeaders().getETag(),
                result.getResponseHeaders().getFirst("Location"));
    }
}
