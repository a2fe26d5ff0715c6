package ru.nms.platform.projection;

import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;
import ru.nms.contracts.Event;
import ru.nms.contracts.Topic;

/// Keeps this service's own copy of what a topic says. The platform reads the topic, calls this inside one
/// transaction per batch, retries an outage for ever and parks what cannot be applied.
///
/// Writes must be monotone: `… ON CONFLICT … DO UPDATE … WHERE (mine.epoch, mine.version) < (excluded.epoch,
/// excluded.version)`, so that repeated, older and late events change nothing.
public interface Projection<E extends Event> {

    Topic<E> topic();

    /// The tables that only this projection writes. A rebuild fills fresh copies of them and swaps them in.
    List<String> tables();

    /// Takes over a state. SQL names its tables without a schema, because a rebuild points the search path elsewhere.
    Mono<Void> on(E event);

    /// Takes over a deletion. Keep the row, marked, so that a late event cannot bring the subject back.
    Mono<Void> gone(Gone gone);

    /// What else follows from a state (own decisions, own announcements). Runs after [#on], in the same transaction,
    /// and not during a rebuild. It may see an event again and must then do nothing.
    default Mono<Void> then(E event) {
        return Mono.empty();
    }

    /// What else follows from a deletion, as [#then] does from a state.
    default Mono<Void> thenGone(Gone gone) {
        return Mono.empty();
    }

    /// What follows from a rebuild as a whole, such as counting anew. Runs once, in a transaction, when the fresh tables are in
    /// place; not at all when the process dies just then, so what is counted must be counted at a start too.
    default Mono<Void> rebuilt() {
        return Mono.empty();
    }

    /// The subject does not exist any more.
    record Gone(UUID subject, long epoch, long version) {}
}
