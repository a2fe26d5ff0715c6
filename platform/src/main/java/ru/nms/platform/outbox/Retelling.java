package ru.nms.platform.outbox;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import reactor.core.publisher.Mono;
import ru.nms.contracts.Topic;

/// How an owner says the things of one table again. A service declares one bean per table; every topic it owns must be in one.
///
/// @param topics   what is told of each thing
/// @param table    where the things are, with `id`, `version` and `deleted`
/// @param announce announces these things as they are, in the transaction of the caller; all of them are living
/// @param lasting  whether what was told once stays told, though the owner knows it no more
public record Retelling(List<Topic<?>> topics, String table, Function<List<UUID>, Mono<Void>> announce, boolean lasting) {

    public Retelling(List<Topic<?>> topics, String table, Function<List<UUID>, Mono<Void>> announce) {
        this(topics, table, announce, false);
    }
}
