package ru.nms.registry.material;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A work of the annotated catalogue, a publication, or a link to a resource of the region.
///
/// @param link        where it is
/// @param publishedIn the journal or site
/// @param communityId the community from which it came
record Material(@NotNull Kind kind, @NotBlank @Size(max = 500) String title, @Nullable @Size(max = 4000) String annotation,
                @Nullable @Size(max = 1000) @Pattern(regexp = "https?://\\S+") String link, @Nullable @Size(max = 500) String publishedIn,
                @Nullable LocalDate publishedOn, @Nullable UUID organisationId, @Nullable UUID communityId,
                @Size(max = 20) List<@NotNull UUID> authorIds, @Size(max = 50) List<@NotBlank @Size(max = 200) String> subjects,
                @Size(max = 50) List<@NotBlank @Size(max = 100) String> competences) {

    enum Kind {
        WORK, RECOMMENDATION, DIGITAL, TECHNIQUE, DIDACTIC, PUBLICATION, RESOURCE;

        /// Found elsewhere: the link is what it is about.
        boolean linked() {
            return this == PUBLICATION || this == RESOURCE;
        }
    }

    Material {
        authorIds = authorIds == null ? List.of() : List.copyOf(authorIds);
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
        competences = competences == null ? List.of() : List.copyOf(competences);
    }
}
