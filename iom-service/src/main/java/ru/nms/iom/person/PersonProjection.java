package ru.nms.iom.person;

import java.util.List;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.projection.PeopleCopy;
import ru.nms.platform.projection.Projection;

/// People and their posts.
@Component
class PersonProjection implements Projection<PersonChanged> {

    private final PeopleCopy people;
    private final List<PersonTraces> traces;

    PersonProjection(PeopleCopy people, List<PersonTraces> traces) {
        this.people = people;
        this.traces = traces;
    }

    @Override
    public Topic<PersonChanged> topic() {
        return PersonChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("person_copy", "person_post");
    }

    @Override
    public Mono<Void> on(PersonChanged event) {
        return people.on(event);
    }

    @Override
    public Mono<Void> then(PersonChanged event) {
        var heir = event.mergedInto();
        return heir == null ? Mono.empty() : PersonTraces.passOn(traces.stream(), event.subject(), heir);
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return people.gone(gone);
    }
}
