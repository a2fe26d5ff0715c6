package ru.nms.standalone.identity;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/// What every service reads from a token: for whom it is, the roles, and whose data they cover.
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Identities identities;

    TokenClaims(Identities identities) {
        this.identities = identities;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        if (!context.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
            return;
        }
        context.getJwsHeader().type("at+jwt");      // RFC 9068; the services take no token without a type
        var claims = context.getClaims();
        claims.audience(List.of("nms"));
        claims.claim("scope", String.join(" ", scopes(context)));
        @Nullable Authentication subject = context.getPrincipal();
        var name = Objects.requireNonNull(subject).getName();
        identities.all().stream()
                .filter(identity -> identity.login().equals(name) || identity.client().equals(name))
                .findFirst()
                .ifPresent(identity -> describe(identity, claims));
    }

    /// A machine that names no scope gets all it may have. As text, the form of RFC 9068 and of other providers.
    private static Set<String> scopes(JwtEncodingContext context) {
        return context.getAuthorizedScopes().isEmpty() ? context.getRegisteredClient().getScopes() : context.getAuthorizedScopes();
    }

    private static void describe(Identity identity, JwtClaimsSet.Builder claims) {
        claims.claim("roles", List.of(identity.role().name()));
        put(claims, "person_id", identity.personId());
        put(claims, "organisation_id", identity.organisationId());
        put(claims, "municipality_id", identity.municipalityId());
    }

    private static void put(JwtClaimsSet.Builder claims, String name, @Nullable UUID id) {
        if (id != null) {
            claims.claim(name, id.toString());
        }
    }
}
