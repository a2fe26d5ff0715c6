package ru.nms.platform.sync;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.ServiceSettings;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;

/// `/api/sync/v1`: what a service offers to those who keep a copy of its data.
@RestController
@RequestMapping("/api/sync/v1")
class FeedResource {

    private final FeedService feeds;
    private final String service;

    FeedResource(FeedService feeds, ServiceSettings service) {
        this.feeds = feeds;
        this.service = service.name();
    }

    record ServiceState(String service, List<FeedService.State> collections) {}

    /// How far each collection of this service can be read now.
    @Allow({Role.FEDERAL, Role.ADMIN})
    @GetMapping("/state")
    Mono<ServiceState> state() {
        return feeds.states().collectList().map(states -> new ServiceState(service, states));
    }

    /// What changed behind `after`, oldest first, each object once with its newest state.
    @Allow(Role.FEDERAL)
    @GetMapping(path = "/{collection}/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<String> changes(@PathVariable String collection, @RequestParam(required = false) @Nullable String after,
                         @RequestParam(defaultValue = "500") @Min(1) @Max(5000) int limit) {
        return feeds.changes(collection, after, limit);
    }

    /// A checksum of the collection. Lets a client prove that its copy is complete.
    @Allow(Role.FEDERAL)
    @GetMapping("/{collection}/checksum")
    Mono<FeedService.Proof> checksum(@PathVariable String collection) {
        return feeds.checksum(collection);
    }

    /// In which order collections are loaded.
    @Allow(Role.FEDERAL)
    @GetMapping("/dependencies")
    Mono<List<FeedService.Dependency>> dependencies() {
        return Mono.just(feeds.dependencies());
    }
}
