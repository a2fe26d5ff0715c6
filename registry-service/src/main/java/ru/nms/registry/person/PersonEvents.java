package ru.nms.registry.person;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.registry.organisation.Organisation;

/// What is told of a person: to everybody without name and birth date, and the name to those who need it.
final class PersonEvents {

    private PersonEvents() {}

    static Function<Stamp, PersonChanged> state(Person person, Map<UUID, Organisation> organisations, PersonRules rules) {
        var young = person.young().isEmpty() ? null : person.young().getLast();
        var category = person.card().category();
        var graduation = person.card().graduation();
        List<PersonChanged.Post> posts = person.card().posts().stream()
                .map(post -> post(person, post, Objects.requireNonNull(organisations.get(post.organisationId())), rules))
                .toList();
        return stamp -> new PersonChanged(stamp.eventId(), person.id(), stamp.epoch(), person.version(),
                stamp.occurredAt(), posts, category == null ? null : category.name(),
                young == null ? null : young.from(), young == null ? null : young.until(),
                graduation == null ? null : graduation.on(), null);
    }

    private static PersonChanged.Post post(Person person, Post post, Organisation organisation, PersonRules rules) {
        return new PersonChanged.Post(organisation.id(), organisation.municipalityId(), post.position().name(),
                rules.teaching(post, organisation), post.subjects(), post.since(), post.until(),
                rules.management(post), post.weeklyHours(), rules.educationMatch(post, person.card()));
    }

    static Function<Stamp, PersonIdentityChanged> identity(Person person) {
        var card = person.card();
        return stamp -> new PersonIdentityChanged(stamp.eventId(), person.id(), stamp.epoch(), person.version(),
                stamp.occurredAt(), card.lastName(), card.firstName(), card.patronymic());
    }
}
