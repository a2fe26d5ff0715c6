package ru.nms.registry.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import ru.nms.platform.list.Kind;
import ru.nms.registry.organisation.Organisation;

/// A person as the database takes it: with keys to search by, and with what follows from the region's rules.
///
/// @param youngFrom of the last stretch as a young teacher; `youngDays` are all of them
record PersonRow(UUID id, long version, Instant createdAt, Instant changedAt, @JsonUnwrapped Card card, String nameKey,
                 @Nullable LocalDate youngFrom, @Nullable LocalDate youngUntil, String youngDays, List<PostRow> postRows) {

    /// @param n the place of the post among the person's
    record PostRow(UUID personId, int n, @JsonUnwrapped Post post, @Nullable UUID municipalityId, boolean teaching,
                   boolean management, @Nullable Boolean educationMatch, List<String> subjectKeys) {}

    static PersonRow of(Person person, Map<UUID, Organisation> organisations, PersonRules rules) {
        var young = person.young().isEmpty() ? null : person.young().getLast();
        var posts = person.card().posts();
        return new PersonRow(person.id(), person.version(), person.createdAt(), person.changedAt(), person.card(),
                person.card().nameKey(), young == null ? null : young.from(), young == null ? null : young.until(), days(person),
                IntStream.range(0, posts.size())
                        .mapToObj(n -> post(person, n, posts.get(n), organisations, rules)).toList());
    }

    private static String days(Person person) {
        return person.young().stream().map(it -> "[%s,%s)".formatted(it.from(), it.until())).collect(Collectors.joining(",", "{", "}"));
    }

    private static PostRow post(Person person, int n, Post post, Map<UUID, Organisation> organisations, PersonRules rules) {
        var organisation = Objects.requireNonNull(organisations.get(post.organisationId()));
        return new PostRow(person.id(), n, post, organisation.municipalityId(), rules.teaching(post, organisation),
                rules.management(post), rules.educationMatch(post, person.card()),
                post.subjects().stream().map(Kind::fold).toList());
    }
}
