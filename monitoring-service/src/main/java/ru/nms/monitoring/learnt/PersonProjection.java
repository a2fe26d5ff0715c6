package ru.nms.monitoring.learnt;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.Topic;
import ru.nms.platform.projection.PeopleCopy;
import ru.nms.platform.projection.Projection;

/// Keeps who works where, as what and when: the people whom the figures count.
@Component
class PersonProjection implements Projection<PersonChanged> {

    private final DatabaseClient db;
    private final PeopleCopy people;
    private final MarkStore marks;

    PersonProjection(DatabaseClient db, PeopleCopy people, MarkStore marks) {
        this.db = db;
        this.people = people;
        this.marks = marks;
    }

    @Override
    public Topic<PersonChanged> topic() {
        return PersonChanged.TOPIC;
    }

    @Override
    public List<String> tables() {
        return List.of("person", "person_post");
    }

    @Override
    public Mono<Void> on(PersonChanged event) {
        return people.on(event);
    }

    @Override
    public Mono<Void> gone(Gone gone) {
        return people.gone(gone).then(marks.everyPeriod());
    }

    /// Posts reach over many periods. Who was recorded twice was diagnosed once: routes are told anew by their owner, results
    /// find their way here.
    @Override
    public Mono<Void> then(PersonChanged event) {
        var heir = event.mergedInto();
        return (heir == null ? Mono.<Void>empty() : db.sql("UPDATE result SET person_id = :heir WHERE person_id = :from")
                .bind("heir", heir).bind("from", event.subject()).then()).then(marks.everyPeriod());
    }

    @Override
    public Mono<Void> rebuilt() {
        return marks.everyPeriod();
    }
}
