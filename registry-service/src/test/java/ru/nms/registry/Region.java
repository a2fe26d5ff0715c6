package ru.nms.registry;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.ServiceUnderTest;

/// The registry of a region, started once for all tests, and what tests do there as its coordinator.
public record Region(ServiceUnderTest service) {

    public static final Region TYUMEN = new Region(Registry.TYUMEN);

    /// Without Kafka: what it writes waits in its outbox.
    public static Region of(String region) {
        return new Region(ServiceUnderTest.start(RegistryApplication.class, "registry", "nms.region=" + region,
                ServiceUnderTest.NO_KAFKA));
    }

    public WebTestClient coordinator() {
        return service.as(Role.COORDINATOR);
    }

    public ResponseSpec post(String path, String body) {
        return Registry.post(coordinator(), path, body);
    }

    /// A step on the status path.
    public ResponseSpec act(WebTestClient who, String path, int version, String body) {
        return who.post().uri("/api/registry/v1/" + path).header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    public ResponseSpec act(String path, int version, String body) {
        return act(coordinator(), path, version, body);
    }

    public ResponseSpec put(String path, int version, String body) {
        return Registry.put(coordinator(), path, "\"" + version + "\"", body);
    }

    public BodyContentSpec get(String path) {
        return Registry.get(coordinator(), path).expectStatus().isOk().expectBody();
    }

    public UUID created(String path, String body) {
        return UUID.fromString(String.valueOf(Objects.requireNonNull(post(path, body).expectStatus().isCreated()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {}).returnResult().getResponseBody()).get("id")));
    }

    /// The faults of a refused entry, as `pointer code`.
    public BodyContentSpec refused(String path, String body) {
        return post(path, body).expectStatus().isEqualTo(422).expectBody();
    }

    /// A school wherever the region's schools stand.
    public UUID school() {
        return organisation("SCHOOL");
    }

    public UUID organisation(String kind) {
        return created("organisations", """
                {"kind": "%s", "level": "%s", "name": "Организация %s", "municipalityId": %s}""".formatted(kind,
                kind.endsWith("_EDUCATION") ? "REGIONAL" : "INSTITUTIONAL", UUID.randomUUID(),
                kind.endsWith("_EDUCATION") ? "null" : municipality()));
    }

    /// Some municipality in quotes, or `null` where the region names none.
    public String municipality() {
        var found = new String[] {"null"};
        get("municipalities").jsonPath("$.items").value(items -> {
            if (items instanceof java.util.List<?> list && !list.isEmpty() && list.getFirst() instanceof Map<?, ?> first) {
                found[0] = "\"" + first.get("id") + "\"";
            }
        });
        return found[0];
    }

    /// Somebody who began to teach on the day.
    public UUID teacher(UUID school, String birthDate, String since) {
        return person(school, "\"birthDate\": \"%s\"".formatted(birthDate), since);
    }

    public UUID teacher(UUID school) {
        return teacher(school, "1980-01-01", "2010-09-01");
    }

    public UUID person(UUID school, String more, String since) {
        return created("people", """
                {"lastName": "Фамилия%s", "firstName": "Имя", %s, "posts": [{"organisationId": "%s", "position": "TEACHER",
                 "subjects": ["Физика"], "since": "%s"}]}""".formatted(UUID.randomUUID(), more, school, since));
    }
}
