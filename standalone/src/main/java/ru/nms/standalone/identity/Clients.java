package ru.nms.standalone.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

import ru.nms.platform.access.Role;

/// Who may ask for tokens.
final class Clients {

    private static final Duration ACCESS = Duration.ofMinutes(10);
    private static final List<String> API_PAGES = List.of("/webjars/swagger-ui/oauth2-redirect.html", "/swagger-ui/oauth2-redirect.html");

    private Clients() {}

    /// @param apiPage addresses of the gateway, where the API page is
    /// @param demo whether machines may speak for the people of the demo
    static List<RegisteredClient> of(List<String> apiPage, boolean demo, List<Identity> identities, PasswordEncoder encoder) {
        var clients = new ArrayList<RegisteredClient>();
        clients.add(web(apiPage));
        identities.stream()
                .filter(identity -> demo || identity.role() == Role.FEDERAL)
                .map(identity -> machine(identity, encoder))
                .forEach(clients::add);
        return clients;
    }

    /// The browser: no secret, so the code is bound to the browser by PKCE.
    private static RegisteredClient web(List<String> apiPage) {
        return RegisteredClient.withId("nms-web")
                .clientId("nms-web")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> redirects(apiPage).forEach(uris::add))
                .scope(OidcScopes.OPENID)
                .scope("api")
                .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
                .tokenSettings(tokens())
                .build();
    }

    private static Stream<String> redirects(List<String> apiPage) {
        return apiPage.stream().flatMap(base -> API_PAGES.stream().map(page -> base + page));
    }

    private static RegisteredClient machine(Identity identity, PasswordEncoder encoder) {
        return RegisteredClient.withId(identity.client())
                .clientId(identity.client())
                .clientSecret(encoder.encode(identity.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(identity.role() == Role.FEDERAL ? "sync" : "api")
                .tokenSettings(tokens())
                .build();
    }

    private static TokenSettings tokens() {
        return TokenSettings.builder()
                .accessTokenTimeToLive(ACCESS)
                .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                .build();
    }
}
