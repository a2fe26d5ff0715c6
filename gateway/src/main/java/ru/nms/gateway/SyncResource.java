package ru.nms.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;

/// The change feeds of all services seen as one. A region may run only some of the services, and one may be away for
/// a moment: such a service is listed as unavailable, so that a client knows its picture is not whole.
@RestController
@RequestMapping("/api/sync/v1")
class SyncResource {

    private static final Logger LOG = LoggerFactory.getLogger(SyncResource.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Map<String, Object>>> LIST = new ParameterizedTypeReference<>() {};

    private final Map<String, WebClient> services;

    SyncResource(ServiceClients clients) {
        this.services = clients.byName();
    }

    record ServiceState(String service, boolean available, List<?> collections) {}

    record States(List<ServiceState> items) {}

    record Dependencies(List<Map<String, Object>> items, List<String> unavailable) {}

    /// @param content absent, when the service could not be asked
    private record Answer<T>(String service, @Nullable T content) {}

    /// How far each collection of every service can be read now.
    @GetMapping("/state")
    @Allow({Role.FEDERAL, Role.ADMIN})
    Mono<States> state(@RequestHeader(HttpHeaders.AUTHORIZATION) String token) {
        return ask("/api/sync/v1/state", OBJECT, token)
                .map(answer -> answer.content() != null && answer.content().get("collections") instanceof List<?> collections
                        ? new ServiceState(answer.service(), true, collections)
                        : new ServiceState(answer.service(), false, List.of()))
                .collectList().map(States::new);
    }

    /// In which order the collections of all services are loaded.
    @GetMapping("/dependencies")
    @Allow(Role.FEDERAL)
    Mono<Dependencies> dependencies(@RequestHeader(HttpHeaders.AUTHORIZATION) String token) {
        return ask("/api/sync/v1/dependencies", LIST, token).collectList().map(answers -> new Dependencies(
                answers.stream().map(Answer::content).filter(Objects::nonNull).flatMap(List::stream).toList(),
                answers.stream().filter(answer -> answer.content() == null).map(Answer::service).toList()));
    }

    private <T> Flux<Answer<T>> ask(String path, ParameterizedTypeReference<T> type, String token) {
        return Flux.fromIterable(services.entrySet()).flatMapSequential(service -> service.getValue().get().uri(path)
                .header(HttpHeaders.AUTHORIZATION, token)
                .retrieve().bodyToMono(type)
                .timeout(PATIENCE)
                .map(content -> new Answer<>(service.getKey(), content))
                .doOnError(error -> LOG.warn("{} does not answer {}: {}", service.getKey(), path, error.getClass().getName()))
                .onErrorReturn(new Answer<>(service.getKey(), null)));
    }
}
