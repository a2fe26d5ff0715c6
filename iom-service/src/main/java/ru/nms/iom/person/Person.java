package ru.nms.iom.person;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A person as far as routes need to know them, on one day.
///
/// @param name  absent while the registry has not told it
/// @param posts held on that day
public record Person(UUID id, @Nullable Name name, List<Post> posts) {

    public record Name(String lastName, String firstName, @Nullable String patronymic) {

        public String full() {
            return lastName + " " + firstName + (patronymic == null ? "" : " " + patronymic);
        }
    }

    /// @param organisation name, absent while the registry has not told it
    public record Post(UUID organisationId, @Nullable String organisation, @Nullable UUID municipalityId,
                       @Nullable String municipality, String position, boolean teaching, List<String> subjects) {}

    public boolean teaches() {
        return posts.stream().anyMatch(Post::teaching);
    }

    public boolean holdsOneOf(List<String> positions) {
        return posts.stream().anyMatch(post -> positions.contains(post.position()));
    }
}
