package ru.nms.diagnostics.provider;

import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

/// Takes in what waited for a person as soon as somebody says who that is.
@Service
class ProviderWaitingService {

    private final ProviderWaitingStore store;
    private final ProviderLockStore locks;
    private final ProviderScoreService scores;

    ProviderWaitingService(ProviderWaitingStore store, ProviderLockStore locks, ProviderScoreService scores) {
        this.store = store;
        this.locks = locks;
        this.scores = scores;
    }

    /// In the caller's transaction.
    Mono<Void> follow(UUID entry) {
        return locks.hold().then(Mono.defer(() -> store.take(entry).collectList()))
                .filter(arrived -> !arrived.isEmpty()).flatMap(scores::arrived);
    }
}
