package ru.nms.platform.idempotency;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.server.WebFilter;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.tx.Tx;

@Configuration(proxyBeanMethods = false)
public class IdempotencyConfiguration {

    private static final Duration TIDY = Duration.ofHours(1);

    @Bean
    IdempotencyStore idempotencyStore(DatabaseClient db, EventJson json, Clock clock) {
        return new IdempotencyStore(db, json.mapper(), clock);
    }

    @Bean
    WebFilter idempotencyFilter(IdempotencyStore store, Tx tx) {
        return new IdempotencyFilter(store, tx);
    }

    /// Forgets answers older than a day.
    @Bean(destroyMethod = "dispose")
    Disposable idempotencyTidying(IdempotencyStore store) {
        return Flux.interval(TIDY).onBackpressureDrop()
                .concatMap(tick -> store.removeExpired().onErrorComplete())
                .subscribe();
    }
}
