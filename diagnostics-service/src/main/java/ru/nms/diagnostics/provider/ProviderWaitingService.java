package ru.nms.diagnostics.provider;

import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

/// Takes in what waited for a person as soon as somebody says who that is.
@Service
class ProviderWaitingService {

    private final ProviderWaitingStore store;
    private final ProviderScoreService scores;

    ProviderWaitingService(ProviderWaitingStore store, ProviderScoreService scores) {
        this.store = store;
        this.scores = scores;
    }

    /// In the caller's transaction.
    Mono<Void> follow(UUID entry) {
        return store.take(entry).collectList().filter(arrived -> !arrived.isEmpty()).flatMap(scores::arrived);
    }
}
