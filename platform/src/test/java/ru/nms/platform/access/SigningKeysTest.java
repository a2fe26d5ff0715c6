package ru.nms.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;

import reactor.core.publisher.Flux;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.testkit.Tokens;

class SigningKeysTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final Tokens issuer = new Tokens();
    private final Clock moving = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final TokenVerifier verifier = verifier();

    private TokenVerifier verifier() {
        var settings = new IdentitySettings(Tokens.ISSUER, Tokens.AUDIENCE, URI.create(issuer.jwksUri()), Duration.ofSeconds(30),
                Duration.ofMinutes(10), Duration.ofSeconds(30), Duration.ofSeconds(60), 100);
        return new TokenVerifier(settings, new SigningKeys(settings, moving), moving);
    }

    private Caller verify(String token) {
        return verifier.verify(token, TokenHash.of(token)).block(PATIENCE);
    }

    private String token() {
        return issuer.signed(UnaryOperator.identity());
    }

    private void later(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Test
    void readsTheKeysOnceForManyTokens() {
        Flux.range(0, 50).flatMap(i -> verifier.verify(token(), TokenHash.of("" + i))).blockLast(PATIENCE);

        assertThat(issuer.asked()).isEqualTo(1);
    }

    @Test
    void learnsANewKeyAtOnce() {
        verify(token());
        later(Duration.ofSeconds(31));
        issuer.rotate();

        verify(token());

        assertThat(issuer.asked()).isEqualTo(2);
    }

    @Test
    void readsTheKeysAtMostOncePerPauseForUnknownKeys() {
        verify(token());
        later(Duration.ofSeconds(31));
        for (int i = 0; i < 20; i++) {
            var foreign = issuer.signed(UnaryOperator.identity(), JWSAlgorithm.ES256, JOSEObjectType.JWT, "unknown-" + i);
            assertThatThrownBy(() -> verify(foreign)).hasMessage("invalid-token");
        }

        assertThat(issuer.asked()).isEqualTo(2);
    }

    @Test
    void goesOnWithKnownKeysWhileTheIssuerIsAway() {
        verify(token());
        issuer.goDown(true);
        later(Duration.ofHours(2));

        assertThat(issuer.signed(claims -> claims.expirationTime(Date.from(now.get().plusSeconds(60)))))
                .satisfies(token -> assertThat(verify(token).subject()).startsWith("subject-"));
    }

    @Test
    void neitherBelievesNorRefusesBeforeTheKeysWereRead() {
        issuer.goDown(true);
        assertThatThrownBy(() -> verify(token())).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("keys-unavailable");
            assertThat(refusal.status().value()).isEqualTo(503);
        });

        issuer.goDown(false);
        later(Duration.ofSeconds(2));

        assertThat(verify(token()).roles()).isEmpty();
    }

    @Test
    void remembersATokenForAMinuteAndNeverBeyondItsExpiry() {
        var shortLived = issuer.signed(claims -> claims.expirationTime(Date.from(now.get().plusSeconds(20))));
        var longLived = token();
        List.of(shortLived, longLived).forEach(this::verify);

        later(Duration.ofSeconds(21));
        assertThat(verifier.known(TokenHash.of(shortLived))).isNull();
        assertThat(verifier.known(TokenHash.of(longLived))).isNotNull();

        later(Duration.ofSeconds(40));
        assertThat(verifier.known(TokenHash.of(longLived))).isNull();
    }

    @Test
    void remembersNoRefusedToken() {
        var expired = issuer.signed((JWTClaimsSet.Builder claims) -> claims.expirationTime(Date.from(now.get().minusSeconds(60))));

        assertThatThrownBy(() -> verify(expired)).hasMessage("invalid-token");

        assertThat(verifier.known(TokenHash.of(expired))).isNull();
    }
}
