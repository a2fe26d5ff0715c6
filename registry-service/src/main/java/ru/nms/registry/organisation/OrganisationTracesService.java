package ru.nms.registry.organisation;

import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.registry.trace.ExportedTraces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Organisations name people who answer for the system in them.
@Service
class OrganisationTracesService implements ExportedTraces {

    private final OrganisationStore store;
    private final OrganisationService organisations;
    private final Clock clock;

    OrganisationTracesService(OrganisationStore store, OrganisationService organisations, Clock clock) {
        this.store = store;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public Mono<JsonNode> told(UUID person) {
        return store.answeredForBy(person).map(it -> it.id().toString()).collectList().map(ids -> {
            var told = JsonNodeFactory.instance.objectNode();
            ids.forEach(told.putArray("responsibleIn")::add);
            return told;
        });
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return change(from, details -> details.replacing(from, to));
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return change(person, details -> details.without(person));
    }

    private Mono<Void> change(UUID person, UnaryOperator<Details> how) {
        return store.answeredForBy(person).collectList()
                .map(all -> all.stream().map(it -> it.with(how.apply(it.details()), clock.instant())).toList())
                .flatMap(changed -> changed.isEmpty() ? Mono.empty() : organisations.write(changed));
    }
}
