package ru.nms.registry.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What is known about a person: what a request says, a row of a file adds and the registry keeps.
///
/// @param externalId      the person's number in the system an import comes from
/// @param category        qualification category, in force since `attestedOn`
/// @param specialitySince when work in the speciality began
/// @param graduation      for those who have left a pedagogical institution, whether they found work or not
/// @param subjectProfiles the education under which a subject is taught, one for each subject
record Card(@Nullable @Size(min = 1, max = 100) String externalId, @NotBlank @Size(max = 100) String lastName,
            @NotBlank @Size(max = 100) String firstName, @Nullable @Size(min = 1, max = 100) String patronymic,
            @Nullable LocalDate birthDate, @Nullable Category category, @Nullable LocalDate attestedOn,
            @Nullable @Valid Education education, @Nullable LocalDate specialitySince,
            @Nullable @Valid Graduation graduation, @Size(max = 30) List<@NotNull @Valid SubjectProfile> subjectProfiles,
            @Size(max = 50) List<@NotNull @Valid Post> posts) {

    enum Category {
        NONE("Без категории", "Нет"),
        SUITABLE("Соответствие занимаемой должности", "СЗД"),
        FIRST("Первая"),
        HIGHEST("Высшая"),
        METHODIST("Педагог-методист"),
        MENTOR("Педагог-наставник");

        private final List<String> titles;

        Category(String... titles) {
            this.titles = List.of(titles);
        }

        List<String> titles() {
            return titles;
        }
    }

    /// @param pedagogical whether it makes a teacher
    /// @param profile     the subject or speciality it is in
    record Education(@NotNull Level level, @Nullable Boolean pedagogical, @Nullable @Size(min = 1, max = 200) String profile) {

        enum Level {
            SECONDARY("Среднее общее", "Среднее"),
            VOCATIONAL("Среднее профессиональное", "СПО"),
            HIGHER("Высшее", "ВО");

            private final List<String> titles;

            Level(String... titles) {
                this.titles = List.of(titles);
            }

            List<String> titles() {
                return titles;
            }
        }
    }

    /// @param institution the university or college, as the diploma names it
    record Graduation(@NotBlank @Size(max = 300) String institution, @NotNull LocalDate on) {}

    Card {
        subjectProfiles = Objects.requireNonNullElse(subjectProfiles, List.of());
        posts = Objects.requireNonNullElse(posts, List.of());
    }

    /// How the person is found by name: last name, first name, patronymic, folded.
    String nameKey() {
        return PersonNames.key(lastName, firstName, patronymic);
    }

    Card with(List<Post> posts) {
        return new Card(externalId, lastName, firstName, patronymic, birthDate, category, attestedOn, education,
                specialitySince, graduation, subjectProfiles, posts);
    }

    /// Whether the education of the person fits a subject; null when nobody has said under which it is taught.
    @Nullable Boolean fits(String subject) {
        return subjectProfiles.stream().filter(it -> it.of(subject)).findFirst().map(SubjectProfile::match).orElse(null);
    }
}
