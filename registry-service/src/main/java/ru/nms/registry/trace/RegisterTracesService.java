package ru.nms.registry.trace;

import java.util.List;
import java.util.UUID;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// All registers: an entry speaks of a person when the person's id stands in it, at any depth, or the id of a role of the
/// person. First of all parts, because the others take the roles away.
@Service
@Order(Ordered.HIGHEST_PRECEDENCE)
class RegisterTracesService implements ExportedTraces {

    private final Registers registers;
    private final List<Register<?>> all;
    private final RoleStore roles;

    RegisterTracesService(Registers registers, List<Register<?>> all, RoleStore roles) {
        this.registers = registers;
        this.all = all;
        this.roles = roles;
    }

    @Override
    public Mono<JsonNode> told(UUID person) {
        var told = JsonNodeFactory.instance.objectNode();
        return ids(person)
                .concatMap(id -> Flux.fromIterable(all).concatMap(register -> registers.mentioning(register, id)
                        .doOnNext(entries -> entries.forEach(entry -> add(told, register.name(), entry)))))
                .then(Mono.just(told));
    }

    private static void add(ObjectNode told, String register, JsonNode entry) {
        var entries = told.withArray(register);
        if (entries.valueStream().noneMatch(entry::equals)) {
            entries.add(entry);
        }
    }

    private Flux<UUID> ids(UUID person) {
        return roles.of(person).flatMapMany(found -> Flux.just(person).concatWith(Flux.fromIterable(found)));
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return Flux.fromIterable(all).concatMap(register -> registers.passOn(register, from, to)).then();
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return ids(person).concatMap(id -> Flux.fromIterable(all).concatMap(register -> registers.forget(register, id))).then();
    }
}
