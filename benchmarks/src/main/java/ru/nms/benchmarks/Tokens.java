package ru.nms.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/// Tokens as the issuer of the measured process would give them, signed with its own key from the data folder: a lasting
/// process has no machine clients that speak for people.
record Tokens(Path data, String issuer) {

    private static final Duration LIFE = Duration.ofHours(2);

    String of(String role, String scope) {
        return of(role, scope, null);
    }

    /// @param person for whom it speaks
    String of(String role, String scope, @Nullable UUID person) {
        try {
            var key = ECKey.parse(Files.readString(data.resolve("identity/signing-key.json")));
            var now = Clock.systemUTC().instant();
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt")).keyID(key.getKeyID()).build(),
                    new JWTClaimsSet.Builder().issuer(issuer).audience("nms").subject("bench-" + role + (person == null ? "" : "-" + person))
                            .claim("roles", List.of(role)).claim("scope", scope).claim("person_id", person == null ? null : person.toString())
                            .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFE))).build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (IOException | ParseException | JOSEException cause) {
            throw new Broken("No token can be made", cause);
        }
    }
}
