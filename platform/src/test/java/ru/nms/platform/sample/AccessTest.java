package ru.nms.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.platform.testkit.Tokens;

@Clause("GW-002")
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccessTest {

    private static final Tokens TOKENS = Tokens.shared();

    private final WebTestClient http;

    AccessTest(@LocalServerPort int port) {
        http = WebTestClient.bindToServer().baseUrl("http://localhost:" + port + "/api/sample/v1/guarded").build();
    }

    @DynamicPropertySource
    static void identity(DynamicPropertyRegistry registry) {
        Tokens.configure(registry);
    }

    @Test
    void asksForATokenWhereOneIsNeeded() {
        call("/plan", null).expectStatus().isUnauthorized()
                .expectHeader().valueEquals("WWW-Authenticate", "Bearer")
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:unauthenticated");
    }

    @Test
    void admitsTheRolesOfTheOperationOnly() {
        for (Role role : Role.values()) {
            boolean admitted = role == Role.COORDINATOR || role == Role.MINISTRY;
            call("/plan", Tokens.of(role)).expectStatus().isEqualTo(admitted ? 200 : 403);
        }
    }

    @Test
    void answersForbiddenWithAProblem() {
        call("/plan", Tokens.of(Role.TEACHER)).expectStatus().isForbidden()
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:forbidden");
    }

    @Test
    void deniesAnOperationWithoutAPolicy() {
        http.method(HttpMethod.DELETE).uri("/plan").headers(all -> all.setBearerAuth(Tokens.of(Role.ADMIN))).exchange()
                .expectStatus().isForbidden();
        http.method(HttpMethod.DELETE).uri("/plan").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void opensWhatIsForEveryone() {
        call("/open", null).expectStatus().isOk().expectBody(String.class).isEqualTo("nobody");
        call("/open", TOKENS.signed(claims -> claims.subject("ada"))).expectBody(String.class).isEqualTo("ada");
    }

    @Test
    void tellsHandlersWhoCalls() {
        var person = UUID.randomUUID();
        var token = TOKENS.signed(claims -> claims.claim("roles", List.of("TEACHER", "offline_access"))
                .claim("person_id", person.toString()).claim("scope", "openid sync").claim("scp", List.of("more")));

        call("/me", token).expectStatus().isOk().expectBody()
                .jsonPath("$.roles").isEqualTo("[TEACHER]")
                .jsonPath("$.person").isEqualTo(person.toString())
                .jsonPath("$.permissions").value(text -> assertThat((String) text).contains("openid", "sync", "more"));
    }

    @Test
    void letsFederalClientsSyncByPermissionOnly() {
        call("/feed", Tokens.of(Role.FEDERAL)).expectStatus().isOk();
        call("/feed", TOKENS.signed(claims -> claims.claim("roles", List.of("FEDERAL")))).expectStatus().isForbidden();
    }

    static Stream<Tokens.Refused> damaged() {
        return Stream.concat(TOKENS.refused(Role.COORDINATOR).stream(), Stream.of(
                bad("not yet valid", claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120)))),
                bad("without expiry", claims -> claims.expirationTime(null)),
                bad("without subject", claims -> claims.subject(null)),
                bad("without audience", claims -> claims.audience((String) null)),
                bad("malformed person", claims -> claims.claim("person_id", "5")),
                bad("person of a wrong type", claims -> claims.claim("person_id", List.of("5"))),
                new Tokens.Refused("another type", TOKENS.signed(AccessTest::coordinator, JWSAlgorithm.ES256,
                        new JOSEObjectType("secevent+jwt"), "first")),
                new Tokens.Refused("no type", TOKENS.signed(AccessTest::coordinator, JWSAlgorithm.ES256, null, "first")),
                new Tokens.Refused("not signed", new PlainJWT(coordinator(new JWTClaimsSet.Builder().issuer(Tokens.ISSUER)
                        .audience(Tokens.AUDIENCE).subject("a").expirationTime(Date.from(Instant.now().plusSeconds(60))))
                        .build()).serialize()),
                new Tokens.Refused("foreign key", new Tokens().signed(AccessTest::coordinator)),
                new Tokens.Refused("changed", Tokens.of(Role.COORDINATOR).replaceFirst("\\.", ".e30")),
                new Tokens.Refused("nonsense", "nonsense")));
    }

    private static Tokens.Refused bad(String why, UnaryOperator<JWTClaimsSet.Builder> change) {
        return new Tokens.Refused(why, TOKENS.signed(claims -> change.apply(coordinator(claims))));
    }

    private static JWTClaimsSet.Builder coordinator(JWTClaimsSet.Builder claims) {
        return claims.claim("roles", List.of("COORDINATOR"));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void believesNoDamagedToken(Tokens.Refused damaged) {
        for (var path : List.of("/plan", "/open")) {
            call(path, damaged.token()).expectStatus().isUnauthorized()
                    .expectHeader().valueEquals("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                    .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:invalid-token");
        }
    }

    @Test
    void believesAccessTokenTypeAndPs256() {
        call("/plan", TOKENS.signed(AccessTest::coordinator, JWSAlgorithm.ES256, new JOSEObjectType("at+jwt"), "first"))
                .expectStatus().isOk();
        call("/plan", TOKENS.signedWithRsa(AccessTest::coordinator, JWSAlgorithm.PS256)).expectStatus().isOk();
    }

    @Test
    void allowsForClocksThatDifferALittle() {
        call("/plan", TOKENS.signed(claims -> coordinator(claims).expirationTime(Date.from(Instant.now().minusSeconds(20)))))
                .expectStatus().isOk();
    }

    static final List<List<String>> HEADERS = List.of(
            List.of("Basic YTpi"), List.of("Bearer"), List.of("Bearer "), List.of("Bearer a", "Bearer b"));

    @ParameterizedTest
    @FieldSource("HEADERS")
    void refusesOtherWaysToSignIn(List<String> values) {
        http.get().uri("/open").header("Authorization", values.toArray(String[]::new)).exchange()
                .expectStatus().isUnauthorized();
    }

    private WebTestClient.ResponseSpec call(String path, @Nullable String token) {
        var request = http.get().uri(path);
        return (token == null ? request : request.header("Authorization", "Bearer " + token)).exchange();
    }
}
