package ru.nms.registry.person;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// What two cards of one person say together: the one that stays, filled from the other.
final class Duplicates {

    private Duplicates() {}

    static Card union(Card kept, Card other) {
        return new Card(or(kept.externalId(), other.externalId()), kept.lastName(), kept.firstName(),
                or(kept.patronymic(), other.patronymic()), or(kept.birthDate(), other.birthDate()),
                or(kept.category(), other.category()), kept.category() == null ? other.attestedOn() : or(kept.attestedOn(), other.attestedOn()),
                or(kept.education(), other.education()), or(kept.specialitySince(), other.specialitySince()),
                or(kept.graduation(), other.graduation()), profiles(kept.subjectProfiles(), other.subjectProfiles()),
                posts(kept.posts(), other.posts()));
    }

    private static List<Post> posts(List<Post> kept, List<Post> other) {
        return Stream.concat(kept.stream(), other.stream().filter(it -> kept.stream().noneMatch(it::begunAs))).toList();
    }

    private static List<SubjectProfile> profiles(List<SubjectProfile> kept, List<SubjectProfile> other) {
        return Stream.concat(kept.stream(), other.stream().filter(it -> kept.stream().noneMatch(mine -> mine.of(it.subject())))).toList();
    }

    private static <T> @Nullable T or(@Nullable T kept, @Nullable T other) {
        return kept != null ? kept : other;
    }
}
