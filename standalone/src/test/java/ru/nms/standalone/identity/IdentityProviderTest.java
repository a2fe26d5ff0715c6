package ru.nms.standalone.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;

import ru.nms.platform.access.Role;
import ru.nms.platform.embedded.Ports;

class IdentityProviderTest {

    private static final String PAGE = "http://localhost:8080/webjars/swagger-ui/oauth2-redirect.html";

    @TempDir Path folder;
    private final int port = Ports.free();
    private final String issuer = "http://localhost:" + port;
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private IdentityProvider provider;

    @BeforeEach
    void start() {
        provider = IdentityProvider.start(new IdentitySettings(folder, port, 8080, true));
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void givesEachRoleAShortTokenForTheSystem() throws Exception {
        for (var role : Role.values()) {
            var client = role == Role.FEDERAL ? "federal" : "demo-" + role.name().toLowerCase(java.util.Locale.ROOT);
            var token = machineToken(client);

            assertThat(token.verify(new ECDSAVerifier(published().getKeys().getFirst().toECKey()))).isTrue();
            assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
            var claims = token.getJWTClaimsSet();
            assertThat(claims.getIssuer()).isEqualTo(issuer);
            assertThat(claims.getAudience()).containsExactly("nms");
            assertThat(claims.getStringListClaim("roles")).containsExactly(role.name());
            assertThat(claims.getStringClaim("scope")).isEqualTo(role == Role.FEDERAL ? "sync" : "api");
            assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime()).isLessThanOrEqualTo(600_000);
        }
    }

    @Test
    void saysWhoseDataARoleCoversOnceThatIsKnown() throws Exception {
        var person = UUID.randomUUID();
        var municipality = UUID.randomUUID();
        assertThat(machineToken("demo-teacher").getJWTClaimsSet().getClaim("person_id")).isNull();

        provider.identities().describe(Role.TEACHER, person, null, municipality);

        var claims = machineToken("demo-teacher").getJWTClaimsSet();
        assertThat(claims.getStringClaim("person_id")).isEqualTo(person.toString());
        assertThat(claims.getStringClaim("municipality_id")).isEqualTo(municipality.toString());
        assertThat(claims.getClaim("organisation_id")).isNull();
    }

    @Test
    void keepsKeyAndIdentitiesOverARestart() throws Exception {
        var person = UUID.randomUUID();
        provider.identities().describe(Role.TEACHER, person, null, null);
        var key = published().getKeys().getFirst().getKeyID();
        provider.close();

        start();

        assertThat(published().getKeys()).extracting(found -> found.getKeyID()).containsExactly(key);
        assertThat(machineToken("demo-teacher").getJWTClaimsSet().getStringClaim("person_id")).isEqualTo(person.toString());
    }

    @Test
    void keepsSecretsFromOtherUsersOfTheMachine() throws Exception {
        for (var name : new String[] {"signing-key.json", "identities.json"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)))).isEqualTo("rw-------");
        }
        assertThat(get(issuer + "/oauth2/jwks").body()).doesNotContain("\"d\"");
    }

    @Test
    void refusesAWrongSecret() throws Exception {
        assertThat(post("/oauth2/token", Map.of("grant_type", "client_credentials"), "demo-coordinator:guess").statusCode()).isEqualTo(401);
    }

    @Test
    void signsPeopleInThroughTheBrowserWithPkce() throws Exception {
        signIn("coordinator", "demo");
        var verifier = "a".repeat(64);
        var code = queryOf(authorize(PAGE, challenge(verifier)).headers().firstValue("location").orElseThrow(), "code");

        var answer = post("/oauth2/token", Map.of("grant_type", "authorization_code", "client_id", "nms-web", "code", code,
                "redirect_uri", PAGE, "code_verifier", verifier), null);

        assertThat(answer.statusCode()).isEqualTo(200);
        var claims = SignedJWT.parse(field(answer.body(), "access_token")).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("coordinator");
        assertThat(claims.getStringListClaim("roles")).containsExactly("COORDINATOR");
        assertThat(claims.getAudience()).containsExactly("nms");
    }

    @Test
    void refusesACodeWithoutPkceAndAForeignAddress() throws Exception {
        signIn("coordinator", "demo");

        assertThat(authorize(PAGE, null).headers().firstValue("location").orElseThrow()).contains("error=invalid_request");
        assertThat(authorize("http://localhost:8080/elsewhere", challenge("a".repeat(64))).statusCode()).isEqualTo(400);
    }

    @Test
    void letsTheApiPageReadTheAnswer() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                .header("Origin", "http://localhost:8080").build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).headers().firstValue("access-control-allow-origin"))
                .contains("http://localhost:8080");
    }

    @Test
    void givesALastingSystemSecretsOfItsOwnAndNoMachineThatSpeaksForPeople(@TempDir Path lasting) throws Exception {
        provider.close();
        provider = IdentityProvider.start(new IdentitySettings(lasting, port, 8080, false));

        assertThat(post("/oauth2/token", Map.of("grant_type", "client_credentials"), "demo-coordinator:demo").statusCode()).isEqualTo(401);
        assertThat(post("/oauth2/token", Map.of("grant_type", "client_credentials"), "federal:demo").statusCode()).isEqualTo(401);
        assertThat(provider.identities().all()).extracting(Identity::secret).doesNotHaveDuplicates().allMatch(secret -> secret.length() == 32);
    }

    private SignedJWT machineToken(String client) throws Exception {
        var answer = post("/oauth2/token", Map.of("grant_type", "client_credentials"), client + ":demo");
        assertThat(answer.statusCode()).as(client).isEqualTo(200);
        return SignedJWT.parse(field(answer.body(), "access_token"));
    }

    private JWKSet published() throws Exception {
        return JWKSet.parse(get(issuer + "/oauth2/jwks").body());
    }

    private void signIn(String login, String password) throws Exception {
        var page = get(issuer + "/login").body();
        var token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        var answer = post("/login", Map.of("username", login, "password", password, "_csrf", token.group(1)), null);
        assertThat(answer.headers().firstValue("location").orElseThrow()).doesNotContain("error");
    }

    private HttpResponse<String> authorize(String redirect, String challenge) throws Exception {
        return get(issuer + "/oauth2/authorize?response_type=code&client_id=nms-web&scope=api&redirect_uri=" + redirect
                + (challenge == null ? "" : "&code_challenge_method=S256&code_challenge=" + challenge));
    }

    private HttpResponse<String> get(String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String basic) throws Exception {
        var body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (basic != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8)));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String challenge(String verifier) throws Exception {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    }

    private static String queryOf(String address, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address);
        assertThat(found.find()).as(address).isTrue();
        return found.group(1);
    }

    private static String field(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return found.group(1);
    }
}
