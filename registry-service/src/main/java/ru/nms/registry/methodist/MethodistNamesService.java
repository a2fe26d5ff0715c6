package ru.nms.registry.methodist;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.registry.naming.NameStore;
import ru.nms.registry.naming.Names.Named;
import ru.nms.registry.person.PersonReference;

/// Names for the tables of methodists and assignments, as far as the caller sees the people; that they are read is recorded.
@Service
class MethodistNamesService {

    private final NameStore names;
    private final ReadAudit audit;

    MethodistNamesService(NameStore names, ReadAudit audit) {
        this.names = names;
        this.audit = audit;
    }

    /// @param people the person of a row
    /// @param others what else has a name
    <T> Mono<List<Named<T>>> named(Caller caller, List<T> rows, Function<T, Stream<UUID>> people,
                                   Function<T, Stream<@Nullable UUID>> others, ServerWebExchange exchange) {
        var seen = rows.stream().flatMap(people).distinct().toList();
        return (seen.isEmpty() ? Mono.<Void>empty() : audit.record(caller, seen, "name", exchange))
                .then(names.named(rows, row -> Stream.concat(people.apply(row), others.apply(row)),
                        PersonReference.visible("r.id").apply(caller)));
    }
}
