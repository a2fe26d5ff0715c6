package ru.nms.platform.access;

import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSecurityContextJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import reactor.core.publisher.Mono;
import ru.nms.platform.problem.Refusal;

/// Decides whether a token is believed: signature, algorithm, type, issuer, audience and times, each stated here and
/// none left to a library's default. A token once believed costs one look into a bounded map for up to a minute.
final class TokenVerifier {

    /// No RS256: its padding is obsolete. EdDSA would need a library that the JDK makes superfluous.
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256);

    private record Believed(Caller caller, long untilMillis) {}

    private final IdentitySettings settings;
    private final SigningKeys keys;
    private final Clock clock;
    private final DefaultJWTProcessor<JWKSecurityContext> processor = new DefaultJWTProcessor<>();
    private final Cache<TokenHash, Believed> believed;

    TokenVerifier(IdentitySettings settings, SigningKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        this.believed = Caffeine.newBuilder()
                .maximumSize(settings.rememberMost())
                .expireAfterWrite(settings.remember())
                .build();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new JWKSecurityContextJWKSet()));
        processor.setJWTClaimsSetVerifier(claims());
    }

    private DefaultJWTClaimsVerifier<JWKSecurityContext> claims() {
        var verifier = new DefaultJWTClaimsVerifier<JWKSecurityContext>(settings.audience(),
                new JWTClaimsSet.Builder().issuer(settings.issuer()).build(), Set.of("sub", "exp")) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        verifier.setMaxClockSkew((int) settings.clockSkew().toSeconds());
        return verifier;
    }

    /// The caller of a token that was checked a moment ago.
    @Nullable Caller known(TokenHash token) {
        var found = believed.getIfPresent(token);
        return found != null && clock.millis() < found.untilMillis() ? found.caller() : null;
    }

    Mono<Caller> verify(String token, TokenHash hash) {
        return Mono.defer(() -> {
            var jwt = parse(token);
            var kid = jwt.getHeader().getKeyID();
            if (kid == null || !ALGORITHMS.contains(jwt.getHeader().getAlgorithm())) {
                throw notBelieved();
            }
            return keys.holding(kid).map(set -> check(jwt, set, hash));
        });
    }

    private static SignedJWT parse(String token) {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException malformed) {
            throw notBelieved();
        }
    }

    private Caller check(SignedJWT jwt, JWKSet keys, TokenHash hash) {
        try {
            var claims = processor.process(jwt, new JWKSecurityContext(keys.getKeys()));
            var caller = Claims.caller(claims);
            believed.put(hash, new Believed(caller, Math.min(claims.getExpirationTime().getTime(),
                    clock.millis() + settings.remember().toMillis())));
            return caller;
        } catch (BadJOSEException | JOSEException | ParseException | IllegalArgumentException no) {
            throw notBelieved();
        }
    }

    static Refusal notBelieved() {
        return Refusal.of(HttpStatus.UNAUTHORIZED, "invalid-token");
    }
}
