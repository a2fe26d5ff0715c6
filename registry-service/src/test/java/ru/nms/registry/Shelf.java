package ru.nms.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import reactor.core.publisher.Mono;
import ru.nms.contracts.Event;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.Projection;
import ru.nms.platform.testkit.ServiceUnderTest;

/// What tests of registers do in any region.
public final class Shelf {

    public static final Instant AT = Instant.parse("2025-11-20T09:00:00Z");

    private Shelf() {}

    /// The registry of a region, without Kafka: what it writes waits in its outbox.
    public static ServiceUnderTest in(String region) {
        return ServiceUnderTest.start(RegistryApplication.class, "registry", "nms.region=" + region, ServiceUnderTest.NO_KAFKA);
    }

    public static UUID created(WebTestClient http, String path, String body) {
        return UUID.fromString(String.valueOf(requireNonNull(Registry.post(http, path, body).expectStatus().isCreated()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {}).returnResult().getResponseBody()).get("id")));
    }

    /// An action over the version.
    public static ResponseSpec act(WebTestClient http, String path, int version, String body) {
        return http.post().uri("/api/registry/v1/" + path).contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", "\"" + version + "\"").bodyValue(body).exchange();
    }

    /// The ids on the first page.
    public static List<UUID> ids(WebTestClient http, String path) {
        var found = new java.util.ArrayList<UUID>();
        Registry.get(http, path).expectStatus().isOk().expectBody().jsonPath("$.items[*].id")
                .value(ids -> ((List<?>) ids).forEach(id -> found.add(UUID.fromString(String.valueOf(id)))));
        return found;
    }

    /// What the platform does with events that arrive.
    @SafeVarargs
    public static <E extends Event> void learns(ServiceUnderTest service, E... events) {
        for (var event : events) {
            Projection<E> projection = projection(service, event.getClass());
            service.inTransaction(projection.on(event).then(Mono.defer(() -> projection.then(event))));
        }
    }

    public static <E extends Event> void forgets(ServiceUnderTest service, Topic<E> topic, UUID subject, long version) {
        Projection<E> projection = projection(service, topic.type());
        var gone = new Projection.Gone(subject, 1, version);
        service.inTransaction(projection.gone(gone).then(Mono.defer(() -> projection.thenGone(gone))));
    }

    @SuppressWarnings("unchecked")
    private static <E extends Event> Projection<E> projection(ServiceUnderTest service, Class<?> event) {
        return (Projection<E>) service.context().getBeanProvider(ResolvableType.forClassWithGenerics(Projection.class, event)).getObject();
    }
}
