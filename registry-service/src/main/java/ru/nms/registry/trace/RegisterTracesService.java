package ru.nms.registry.trace;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// All registers: an entry speaks of a person when the person's id stands in it, at any depth.
@Service
class RegisterTracesService implements PersonTraces {

    private final Registers registers;
    private final List<Register<?>> all;

    RegisterTracesService(Registers registers, List<Register<?>> all) {
        this.registers = registers;
        this.all = all;
    }

    @Override
    public Mono<JsonNode> told(UUID person) {
        var told = JsonNodeFactory.instance.objectNode();
        return Flux.fromIterable(all)
                .concatMap(register -> registers.mentioning(register, person).doOnNext(entries -> {
                    if (!entries.isEmpty()) {
                        told.set(register.name(), entries);
                    }
                }))
                .then(Mono.just(told));
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return Flux.fromIterable(all).concatMap(register -> registers.passOn(register, from, to)).then();
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return Flux.fromIterable(all).concatMap(register -> registers.forget(register, person)).then();
    }
}
