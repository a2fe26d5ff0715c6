package ru.nms.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

import ru.nms.platform.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The distributed form signs people in with Keycloak. Its realm and our provider must not drift apart.
class RealmTest {

    private final JsonNode realm = JsonMapper.shared().readTree(read());
    private final List<RegisteredClient> ours = Clients.of(List.of("http://gateway"), true,
            List.of(Role.values()).stream().map(role -> new Identity(role, "demo", null, null, null)).toList(),
            new BCryptPasswordEncoder(4));

    @Test
    void hasTheRolesOfTheSystem() {
        assertThat(realm.path("roles").path("realm").findValuesAsString("name"))
                .containsExactlyInAnyOrderElementsOf(List.of(Role.values()).stream().map(Role::name).toList());
    }

    @Test
    void hasTheSameClientsWithTheSameScopesAndAddresses() {
        assertThat(realm.path("clients").findValuesAsString("clientId"))
                .containsExactlyInAnyOrderElementsOf(ours.stream().map(RegisteredClient::getClientId).toList());
        for (var client : ours) {
            var theirs = theirs(client.getClientId());
            var machine = client.getAuthorizationGrantTypes().contains(AuthorizationGrantType.CLIENT_CREDENTIALS);
            assertThat(theirs.path("serviceAccountsEnabled").asBoolean()).isEqualTo(machine);
            assertThat(theirs.path("publicClient").asBoolean()).isEqualTo(!machine);
            assertThat(words(theirs.path("defaultClientScopes"))).contains("nms-claims")
                    .containsAll(client.getScopes().stream().filter(scope -> !scope.equals("openid")).toList());
            assertThat(words(theirs.path("redirectUris"))).containsExactlyInAnyOrderElementsOf(client.getRedirectUris());
        }
    }

    @Test
    void bindsCodesToTheBrowserAndKeepsTokensShort() {
        assertThat(theirs("nms-web").path("attributes").path("pkce.code.challenge.method").asString()).isEqualTo("S256");
        assertThat(theirs("nms-web").path("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(realm.path("accessTokenLifespan").asInt()).isLessThanOrEqualTo(600);
        assertThat(realm.path("defaultSignatureAlgorithm").asString()).isEqualTo("ES256");
    }

    @Test
    void writesTheClaimsThatServicesRead() {
        var mappers = realm.path("clientScopes").get(0).path("protocolMappers");

        assertThat(mappers.findValuesAsString("claim.name"))
                .containsExactlyInAnyOrder("roles", "person_id", "organisation_id", "municipality_id");
        assertThat(mappers.findValuesAsString("included.custom.audience")).containsExactly("nms");
    }

    @Test
    void holdsNoSecret() {
        assertThat(realm.findValuesAsString("secret")).isNotEmpty().allMatch(secret -> secret.startsWith("${"));
        assertThat(realm.path("users").findValuesAsString("value")).isNotEmpty().allMatch(password -> password.startsWith("${"));
    }

    private JsonNode theirs(String client) {
        return realm.path("clients").valueStream().filter(node -> node.path("clientId").asString().equals(client)).findFirst().orElseThrow();
    }

    private static List<String> words(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "deploy", "keycloak", "nms-realm.json")).replace("${NMS_PUBLIC_URL}", "http://gateway");
        } catch (java.io.IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }
}
