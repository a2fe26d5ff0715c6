package ru.nms.platform.fate;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;
import ru.nms.platform.idempotency.KeptAnswers;

/// Removes all that a service keeps of a person. One bean in each service that keeps something; it calls its parts.
@FunctionalInterface
public interface PersonErasure {

    /// In the caller's transaction. It may come again, and finds then what was written meanwhile.
    Mono<Void> erase(UUID person);

    /// The parts of a service in their order, and the kept answers that name the person.
    static PersonErasure of(DatabaseClient db, Supplier<Stream<PersonTraces>> parts) {
        return person -> Mono.defer(() -> PersonTraces.erase(parts.get(), person)).then(KeptAnswers.forget(db, person));
    }
}
