package ru.nms.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.Tokens;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProblemsTest {

    private final WebTestClient http;

    ProblemsTest(@LocalServerPort int port) {
        http = WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @DynamicPropertySource
    static void identity(DynamicPropertyRegistry registry) {
        Tokens.configure(registry);
    }

    @Test
    void tellsAllBrokenConstraintsAtOnce() {
        post("/people", """
                {"name": " ", "experience": -1, "posts": [{"position": "", "since": "2024-09-01", "until": "2020-01-01"}]}
                """)
                .expectStatus().isEqualTo(422)
                .expectBody()
                .jsonPath("$.type").isEqualTo("urn:nms:problem:invalid")
                .jsonPath("$.title").isEqualTo("Данные не соответствуют правилам")
                .jsonPath("$.errors[?(@.pointer == '/name')].code").isEqualTo("required")
                .jsonPath("$.errors[?(@.pointer == '/experience')].code").isEqualTo("minimum")
                .jsonPath("$.errors[?(@.pointer == '/posts/0/position')].code").isEqualTo("required")
                .jsonPath("$.errors[?(@.pointer == '/posts/0/ordered')].code").isEqualTo("until-before-since")
                .jsonPath("$.errors.length()").isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "A", "experience": 1, "posts": [], "snils": "1"} | /snils       | unknown-field
            {"name": "A", "experience": "1", "posts": []}             | /experience  | wrong-type
            {"name": "A", "experience": 1.5, "posts": []}             | /experience  | wrong-type
            {"name": "A", "experience": null, "posts": []}            | /experience  | wrong-type
            {"name": 5, "experience": 1, "posts": []}                 | /name        | wrong-type
            {"name": "A\\u0000", "experience": 1, "posts": []}        | /name        | control-character
            {"name": "A", "kind": "ABC", "experience": 1}             | /kind        | not-one-of
            {"name": "A", "kind": 1, "experience": 1}                 | /kind        | not-one-of
            {"name": "A", "posts": [{"since": "01.09.2024"}]}         | /posts/0/since | wrong-type
            {"name": "A", "posts": {}}                                | /posts       | wrong-type
            {"name": "A", "name": "B"}                                | ''           | json-syntax
            {"name": "A",                                             | ''           | json-syntax
            {"name": "A", "experience": 1, "posts": []} {}            | ''           | unreadable-body
            [1, 2]                                                    | ''           | unreadable-body
            null                                                      | ''           | unreadable-body
            ''                                                        | ''           | unreadable-body
            """)
    void pointsAtWhatCannotBeRead(String body, String pointer, String code) {
        post("/people", body)
                .expectStatus().isBadRequest()
                .expectBody()
                .jsonPath("$.type").isEqualTo("urn:nms:problem:malformed")
                .jsonPath("$.errors[0].pointer").isEqualTo(pointer)
                .jsonPath("$.errors[0].code").isEqualTo(code);
    }

    @Test
    void refusesDeepNesting() {
        post("/nested", "{\"inner\":".repeat(60) + "null" + "}".repeat(60))
                .expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("json-limit");
    }

    @Test
    void refusesABodyAboveTheLimit() {
        post("/people", "{\"name\": \"" + "A".repeat(300_000) + "\"}")
                .expectStatus().isEqualTo(413)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "/people?region=1&limit=0, limit, minimum",
        "/people?region=1&limit=many, limit, malformed-parameter",
        "/people?region=1&organisationId=5, organisationId, malformed-parameter",
        "/people, region, missing-parameter",
        "/people/5, id, malformed-parameter"})
    void namesTheParameterThatCannotBeRead(String path, String name, String code) {
        get(path)
                .expectStatus().isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo(name)
                .jsonPath("$.errors[0].code").isEqualTo(code);
    }

    @Test
    void answersUnmappedPathsWithAProblem() {
        get("/nowhere").expectStatus().isNotFound()
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:no-such-path");
    }

    @Test
    void listsTheMethodsOfAnAddress() {
        http.method(HttpMethod.DELETE).uri("/api/sample/v1/people").exchange()
                .expectStatus().isEqualTo(405)
                .expectHeader().value("Allow", allow -> assertThat(allow).contains("GET", "POST"))
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:method-not-allowed");
    }

    @Test
    void refusesForeignMediaTypes() {
        http.post().uri("/api/sample/v1/people").contentType(MediaType.APPLICATION_XML).bodyValue("<a/>").exchange()
                .expectStatus().isEqualTo(415)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:unsupported-media-type");
        http.get().uri("/api/sample/v1/people/6f1a9c0e-0000-7000-8000-000000000001").accept(MediaType.APPLICATION_PDF).exchange()
                .expectStatus().isEqualTo(406)
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:not-acceptable");
    }

    @Test
    @Clause({"GW-012", "GW-013"})
    void saysWhatARuleSaysWithItsClause() {
        get("/failures/rule")
                .expectStatus().isEqualTo(422)
                .expectBody()
                .jsonPath("$.possible[0]").isEqualTo("A")
                .jsonPath("$.errors[0].detail").isEqualTo("Значение обязательно.")
                .jsonPath("$.errors[0].clause").isEqualTo("000:478");
    }

    @Test
    void asksToComeBackWhenTheDatabaseIsAway() {
        get("/failures/database")
                .expectStatus().isEqualTo(503)
                .expectHeader().valueEquals("Retry-After", "2")
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"constraint", "bug", "database"})
    void keepsInsidesAndPersonalDataToItself(String kind, CapturedOutput log) {
        var body = get("/failures/" + kind).expectBody(String.class).returnResult().getResponseBody();

        assertThat(body + log).doesNotContain("112-233", "SELECT", "db-7", "Exception\"");
    }

    @Test
    void logsAnUnexpectedErrorUnderTheRequestId(CapturedOutput log) {
        var problem = http.get().uri("/api/sample/v1/failures/bug").header("X-Request-Id", "abcd-1234").exchange()
                .expectStatus().isEqualTo(500)
                .expectBody(Map.class).returnResult().getResponseBody();

        assertThat(problem).containsEntry("type", "urn:nms:problem:internal")
                .containsEntry("instance", "urn:nms:request:abcd-1234");
        assertThat(log).contains("GET /api/sample/v1/failures/{kind} failed, request abcd-1234: java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @CsvSource({"'en-GB,ru;q=0.5', Not found, en", "'de, en;q=0.1', Not found, en", "'fr', Не найдено, ru", "';;;', Не найдено, ru"})
    void speaksTheLanguageOfTheCaller(String accepted, String title, String language) {
        http.get().uri("/api/sample/v1/people/6f1a9c0e-0000-7000-8000-000000000001").header("Accept-Language", accepted)
                .exchange()
                .expectStatus().isNotFound()
                .expectHeader().valueEquals("Content-Language", language)
                .expectBody().jsonPath("$.title").isEqualTo(title);
    }

    private WebTestClient.ResponseSpec get(String path) {
        return http.get().uri("/api/sample/v1" + path).exchange();
    }

    private WebTestClient.ResponseSpec post(String path, String body) {
        return http.post().uri("/api/sample/v1" + path).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }
}
