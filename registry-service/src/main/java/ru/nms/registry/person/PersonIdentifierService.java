package ru.nms.registry.person;

import java.util.Map;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.tx.Tx;
import ru.nms.registry.identifier.IdentifierService;
import ru.nms.registry.identifier.Snils;

/// Insurance numbers of the people whom a caller keeps.
@Service
class PersonIdentifierService {

    private final PersonService people;
    private final IdentifierService identifiers;
    private final Outbox outbox;
    private final Tx tx;

    PersonIdentifierService(PersonService people, IdentifierService identifiers, Outbox outbox, Tx tx) {
        this.people = people;
        this.identifiers = identifiers;
        this.outbox = outbox;
        this.tx = tx;
    }

    Mono<Void> keep(Caller caller, UUID id, String snils) {
        var read = read(snils);
        return tx.run(people.find(caller, id).flatMap(person -> identifiers.keep(Map.of(person.id(), read))
                        .then(outbox.untold("person-identifier", Map.of(person.id(), person.version()), false))))
                .onErrorMap(DuplicateKeyException.class, e -> Refusal.conflict("snils-exists"));
    }

    /// Empty when nobody has it, or nobody whom the caller may see.
    Mono<Person> find(Caller caller, String snils) {
        return identifiers.find(read(snils)).flatMap(id -> people.find(caller, id))
                .onErrorResume(Refusal.class, e -> e.status().value() == 404 ? Mono.empty() : Mono.error(e));
    }

    private static Snils read(String text) {
        return Snils.of(text).orElseThrow(() -> Refusal.invalid(Fault.at("/snils", "no-snils")));
    }
}
