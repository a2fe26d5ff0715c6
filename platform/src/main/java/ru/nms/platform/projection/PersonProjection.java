package ru.nms.platform.projection;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.fate.PersonTraces;

/// Learns who exists and where they work; what else is kept of a merged person follows the one who stays. A bean in each
/// service that needs no more than the copy.
public final class PersonProjection implements Projection<PersonChanged> {

    private final PeopleCopy people;
    private final Supplier<Stream<PersonTraces>> traces;

    public PersonProjection(PeopleCopy people, Supplier<Stream<PersonTraces>> traces) {
        this.people = people;
        this.traces = traces;
    }

    @Override
    public Topic<PersonChanged> topic() {
        return PersonChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return people.tables();
    }

    @Override
    public Mono<Void> on(PersonChanged event) {
        return people.on(event);
    }

    @Override
    public Mono<Void> then(PersonChanged event) {
        var heir = event.mergedInto();
        return heir == null ? Mono.empty() : PersonTraces.passOn(traces.get(), event.subject(), heir);
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return people.gone(gone);
    }
}
