package ru.nms.platform.access;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

import com.nimbusds.jose.jwk.JWKSet;

import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import ru.nms.platform.problem.Refusal;

/// The issuer's public keys. Once read they are kept through any outage of the issuer; before that a token can be
/// neither believed nor refused, and the answer is 503.
final class SigningKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private record Loaded(JWKSet keys, Instant at) {}

    private final HttpClient http = HttpClient.create().responseTimeout(PATIENCE);
    private final IdentitySettings settings;
    private final Clock clock;
    private final AtomicReference<@Nullable Mono<Loaded>> reading = new AtomicReference<>();
    private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.MIN);
    private volatile @Nullable Loaded loaded;

    SigningKeys(IdentitySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// The keys, read again first when they do not hold this one, so that a new key works at once.
    Mono<JWKSet> holding(String kid) {
        var now = loaded;
        if (now == null || now.keys().getKeyByKeyId(kid) == null) {
            return refreshed().map(Loaded::keys);
        }
        if (now.at().plus(settings.keysMaxAge()).isBefore(clock.instant())) {
            refreshed().subscribe();
        }
        return Mono.just(now.keys());
    }

    Mono<Boolean> available() {
        return loaded != null ? Mono.just(true) : refreshed().hasElement().onErrorReturn(false);
    }

    /// At most one reading at a time and one per pause, however many requests ask; else what we have.
    private Mono<Loaded> refreshed() {
        var running = reading.get();
        if (running != null) {
            return running;
        }
        if (clock.instant().isBefore(notBefore.get())) {
            return kept();
        }
        var fresh = read().doOnTerminate(() -> reading.set(null)).cache();
        return reading.compareAndSet(null, fresh) ? fresh : Objects.requireNonNullElseGet(reading.get(), this::kept);
    }

    private Mono<Loaded> kept() {
        var now = loaded;
        return now != null ? Mono.just(now) : Mono.error(() -> Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "keys-unavailable"));
    }

    private Mono<Loaded> read() {
        return Mono.defer(() -> {
            notBefore.set(clock.instant().plus(loaded == null ? FIRST_PAUSE : settings.refreshPause()));
            return http.get().uri(settings.jwksUri().toString())
                    .responseSingle((response, body) -> ok(response) ? body.asString() : Mono.empty())
                    .<Loaded>handle((text, sink) -> {
                        try {
                            sink.next(new Loaded(JWKSet.parse(text).toPublicJWKSet(), clock.instant()));
                        } catch (ParseException malformed) {
                            sink.error(malformed);
                        }
                    })
                    .doOnNext(keys -> loaded = keys)
                    .doOnError(away -> LOG.warn("The issuer's keys could not be read: {}", away.getClass().getName()))
                    .onErrorComplete()
                    .switchIfEmpty(Mono.defer(this::kept));
        });
    }

    private static boolean ok(HttpClientResponse response) {
        return response.status().code() == HttpStatus.OK.value();
    }
}
