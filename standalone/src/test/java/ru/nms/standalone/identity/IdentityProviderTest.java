package ru.nms.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;

import reactor.core.publisher.Hooks;
import ru.nms.platform.access.Role;
import ru.nms.platform.embedded.Ports;

class IdentityProviderTest {

    private static final String PAGE = "http://localhost:8080" + Browser.PAGE;

    @TempDir Path folder;
    private final int port = Ports.free();
    private final String issuer = "http://localhost:" + port;
    private final Browser browser = new Browser(issuer, 8080);
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
    void leavesThePipelinesOfTheServicesAlone() throws Exception {
        var hook = Hooks.class.getDeclaredField("onLastOperatorHook");
        hook.setAccessible(true);

        assertThat(hook.get(null)).isNull();
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
        assertThat(browser.get(issuer + "/oauth2/jwks").body()).doesNotContain("\"d\"");
    }

    @Test
    void refusesAWrongSecret() throws Exception {
        assertThat(browser.post("/oauth2/token", Map.of("grant_type", "client_credentials"), "demo-coordinator:guess").statusCode()).isEqualTo(401);
    }

    @Test
    void signsPeopleInThroughTheBrowserWithPkce() throws Exception {
        var claims = SignedJWT.parse(browser.token("coordinator", "demo")).getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo("coordinator");
        assertThat(claims.getStringListClaim("roles")).containsExactly("COORDINATOR");
        assertThat(claims.getAudience()).containsExactly("nms");
    }

    @Test
    void refusesACodeWithoutPkceAndAForeignAddress() throws Exception {
        browser.signIn("coordinator", "demo");

        assertThat(browser.authorize(PAGE, null).headers().firstValue("location").orElseThrow()).contains("error=invalid_request");
        assertThat(browser.authorize("http://localhost:8080/elsewhere", Browser.challenge("a".repeat(64))).statusCode()).isEqualTo(400);
    }

    @Test
    void letsTheApiPageReadTheAnswer() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                .header("Origin", "http://localhost:8080").build();

        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).headers().firstValue("access-control-allow-origin"))
                .contains("http://localhost:8080");
    }

    @Test
    void givesALastingSystemSecretsOfItsOwnAndNoMachineThatSpeaksForPeople(@TempDir Path lasting) throws Exception {
        provider.close();
        provider = IdentityProvider.start(new IdentitySettings(lasting, port, 8080, false));

        assertThat(browser.post("/oauth2/token", Map.of("grant_type", "client_credentials"), "demo-coordinator:demo").statusCode()).isEqualTo(401);
        assertThat(browser.post("/oauth2/token", Map.of("grant_type", "client_credentials"), "federal:demo").statusCode()).isEqualTo(401);
        assertThat(provider.identities().all()).extracting(Identity::secret).doesNotHaveDuplicates().allMatch(secret -> secret.length() == 32);
    }

    private SignedJWT machineToken(String client) throws Exception {
        var answer = browser.post("/oauth2/token", Map.of("grant_type", "client_credentials"), client + ":demo");
        assertThat(answer.statusCode()).as(client).isEqualTo(200);
        return SignedJWT.parse(Browser.field(answer.body(), "access_token"));
    }

    private JWKSet published() throws Exception {
        return JWKSet.parse(browser.get(issuer + "/oauth2/jwks").body());
    }
}
