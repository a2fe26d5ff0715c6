package ru.nms.registry.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.registry.organisation.Organisation;
import ru.nms.registry.person.PeopleColumns.Line;

/// What a row makes of a card: filled cells replace what was known, empty ones leave it.
final class PeopleMerge {

    private PeopleMerge() {}

    static Card merge(@Nullable Card known, Line line, @Nullable Organisation place) {
        if (known == null) {
            return new Card(line.externalId(), line.lastName(), line.firstName(), line.patronymic(), line.birthDate(),
                    line.category(), line.attestedOn(), line.education(), line.specialitySince(), line.graduation(),
                    line.subjectProfiles(), posts(List.of(), line, place));
        }
        return new Card(or(line.externalId(), known.externalId()), line.lastName(), line.firstName(),
                or(line.patronymic(), known.patronymic()), or(line.birthDate(), known.birthDate()),
                or(line.category(), known.category()), or(line.attestedOn(), known.attestedOn()),
                or(line.education(), known.education()), or(line.specialitySince(), known.specialitySince()),
                or(line.graduation(), known.graduation()), profiles(known.subjectProfiles(), line.subjectProfiles()),
                posts(known.posts(), line, place));
    }

    /// A row about a graduate without work names no post.
    private static List<Post> posts(List<Post> known, Line line, @Nullable Organisation place) {
        return place == null ? known : posts(known, post(line, place));
    }

    private static List<SubjectProfile> profiles(List<SubjectProfile> known, List<SubjectProfile> fresh) {
        var kept = known.stream().filter(it -> fresh.stream().noneMatch(other -> other.of(it.subject())));
        return Stream.concat(kept, fresh.stream()).toList();
    }

    private static Post post(Line line, Organisation place) {
        return new Post(place.id(), Objects.requireNonNull(line.position()), line.subjects(),
                Objects.requireNonNull(line.since()), line.until(), line.teachingSince(), line.weeklyHours(), line.employment());
    }

    /// The same work at the same place is one post; anything else is one more.
    private static List<Post> posts(List<Post> known, Post fresh) {
        var posts = new ArrayList<>(known);
        for (int n = 0; n < posts.size(); n++) {
            if (posts.get(n).like(fresh)) {
                posts.set(n, merge(posts.get(n), fresh));
                return List.copyOf(posts);
            }
        }
        posts.add(fresh);
        return List.copyOf(posts);
    }

    private static Post merge(Post known, Post fresh) {
        return new Post(known.organisationId(), known.position(),
                fresh.subjects().isEmpty() ? known.subjects() : fresh.subjects(), fresh.since(),
                or(fresh.until(), known.until()), or(fresh.teachingSince(), known.teachingSince()),
                or(fresh.weeklyHours(), known.weeklyHours()), or(fresh.employment(), known.employment()));
    }

    private static <T> @Nullable T or(@Nullable T fresh, @Nullable T known) {
        return fresh != null ? fresh : known;
    }
}
