package ru.nms.platform.access;

import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import reactor.core.publisher.Mono;

/// Not ready before the issuer's keys have been read once; afterwards an outage of the issuer does not matter.
final class IdentityHealth extends AbstractReactiveHealthIndicator {

    private final SigningKeys keys;

    IdentityHealth(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return keys.available().map(available -> available ? builder.up().build() : builder.outOfService().build());
    }
}
