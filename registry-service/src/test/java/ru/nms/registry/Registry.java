package ru.nms.registry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.ServiceUnderTest;

/// The running registry and what every test does with it.
public final class Registry {

    public static final ServiceUnderTest TYUMEN = start("tyumen", "nms.identifiers.key=" + "k".repeat(43) + "=");
    private static final String ROOT = "/api/registry/v1/";

    private Registry() {}

    private static ServiceUnderTest start(String region, String... more) {
        var properties = Stream.concat(Stream.of("nms.region=" + region), Stream.of(more));
        return ServiceUnderTest.start(RegistryApplication.class, "registry", properties.toArray(String[]::new));
    }

    /// The registry of a region without municipalities, and without Kafka: what it writes waits in its outbox.
    public static ServiceUnderTest sevastopol() {
        return start("sevastopol", ServiceUnderTest.NO_KAFKA);
    }

    /// The registry of a region that reports the forms of its method services; without Kafka too.
    public static ServiceUnderTest perm() {
        return start("perm", ServiceUnderTest.NO_KAFKA);
    }

    public static WebTestClient coordinator() {
        return TYUMEN.as(Role.COORDINATOR);
    }

    public static ResponseSpec post(WebTestClient http, String path, String body) {
        return http.post().uri(ROOT + path).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    public static ResponseSpec get(WebTestClient http, String path) {
        return http.get().uri(ROOT + path).exchange();
    }

    public static ResponseSpec put(WebTestClient http, String path, String version, String body) {
        return http.put().uri(ROOT + path).contentType(MediaType.APPLICATION_JSON).header("If-Match", version)
                .bodyValue(body).exchange();
    }

    public static ResponseSpec delete(WebTestClient http, String path, String version) {
        return http.delete().uri(ROOT + path).header("If-Match", version).exchange();
    }

    /// Creates it as the coordinator and returns its id.
    public static UUID created(String path, String body) {
        return UUID.fromString(String.valueOf(requireNonNull(post(coordinator(), path, body)
                .expectStatus().isCreated()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {}).returnResult().getResponseBody())
                .get("id")));
    }

    /// The id of a municipality by a name it goes by.
    public static UUID municipality(String name) {
        return municipality(coordinator(), name);
    }

    public static UUID municipality(WebTestClient http, String name) {
        var id = new String[1];
        get(http, "municipalities?q=" + name).expectStatus().isOk()
                .expectBody().jsonPath("$.items[0].id").value(found -> id[0] = String.valueOf(found));
        return UUID.fromString(id[0]);
    }

    /// The ministry, the institute and the authority of the municipality: those who conclude a tripartite agreement.
    public static List<UUID> sides(UUID municipality) {
        return List.of(organisation("REGIONAL_AUTHORITY", "REGIONAL", null), organisation("DPO_INSTITUTE", "REGIONAL", null),
                organisation("MUNICIPAL_AUTHORITY", "MUNICIPAL", municipality));
    }

    private static UUID organisation(String kind, String level, UUID municipality) {
        return created("organisations", """
                {"kind": "%s", "level": "%s", "name": "Организация %s", "municipalityId": %s}""".formatted(kind, level, UUID.randomUUID(),
                municipality == null ? "null" : "\"" + municipality + "\""));
    }

    public static UUID school(UUID municipality) {
        return created("organisations", school("Школа " + UUID.randomUUID(), municipality));
    }

    public static String school(String name, UUID municipality) {
        return """
                {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "%s", "municipalityId": "%s"}""".formatted(name, municipality);
    }

    public static UUID teacher(UUID organisation) {
        return created("people", teacher("Фамилия" + UUID.randomUUID(), organisation));
    }

    public static String teacher(String lastName, UUID organisation) {
        return """
                {"lastName": "%s", "firstName": "Имя", "patronymic": "Отчество", "birthDate": "1998-03-01",
                 "category": "FIRST", "posts": [{"organisationId": "%s", "position": "TEACHER", "subjects": ["Физика"],
                 "since": "2025-09-01"}]}""".formatted(lastName, organisation);
    }

    /// A clause in words that names this line of its act.
    public static Consumer<Object> citing(String line) {
        return clause -> assertThat(clause).asString().contains("(строка " + line + ")");
    }
}
