package ru.nms.registry.organisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// What is known of an organisation beyond what it is and where it stands.
///
/// @param legalForm      of a municipal method service: one of the region's forms; of others as their charter says
/// @param educationKinds what it teaches: indicators choose their base by it
/// @param responsible    people who answer for the system here, with their contacts at work
record Details(@Nullable @Size(min = 1, max = 100) String legalForm, @Size(max = 2) List<@NotNull Flag> flags,
               @Size(max = 4) List<@NotNull EducationKind> educationKinds,
               @Size(max = 50) List<@NotNull @Valid Infrastructure> infrastructure, @Nullable @Valid Contacts contacts,
               @Size(max = 20) List<@NotNull @Valid Responsible> responsible,
               @Size(max = 100) List<@NotNull @Valid Staffing> staffing) {

    static final Details NONE = new Details(null, List.of(), List.of(), List.of(), null, List.of(), List.of());

    enum Flag {
        LOW_RESULTS("Низкие результаты", "ШНОР"),
        DISADVANTAGED("Неблагоприятные социальные условия", "ШНСУ");

        private final List<String> titles;

        Flag(String... titles) {
            this.titles = List.of(titles);
        }

        List<String> titles() {
            return titles;
        }
    }

    enum EducationKind {
        PRESCHOOL("Дошкольное"),
        GENERAL("Общее"),
        ADDITIONAL("Дополнительное"),
        VOCATIONAL("Профессиональное", "СПО");

        private final List<String> titles;

        EducationKind(String... titles) {
            this.titles = List.of(titles);
        }

        List<String> titles() {
            return titles;
        }
    }

    /// Equipment of the national project.
    record Infrastructure(@NotNull Equipment kind, @Nullable LocalDate since, @Nullable @Size(min = 1, max = 300) String note) {}

    record Contacts(@Nullable @Size(min = 1, max = 50) String phone, @Nullable @Size(min = 3, max = 200) String email,
                    @Nullable @Size(min = 4, max = 300) String site, @Nullable @Size(min = 1, max = 500) String address) {}

    record Responsible(@NotNull UUID personId, @NotBlank @Size(max = 200) String duty,
                       @Nullable @Size(min = 1, max = 50) String phone, @Nullable @Size(min = 3, max = 200) String email) {}

    /// Positions as planned and as filled, of one subject or of one kind of work.
    record Staffing(@NotBlank @Size(max = 200) String subject,
                    @NotNull @PositiveOrZero @Digits(integer = 5, fraction = 2) BigDecimal planned,
                    @NotNull @PositiveOrZero @Digits(integer = 5, fraction = 2) BigDecimal filled) {}

    Details {
        flags = distinct(flags);
        educationKinds = distinct(educationKinds);
        infrastructure = Objects.requireNonNullElse(infrastructure, List.of());
        responsible = Objects.requireNonNullElse(responsible, List.of());
        staffing = Objects.requireNonNullElse(staffing, List.of());
    }

    private static <T> List<T> distinct(@Nullable List<T> values) {
        return values == null ? List.of() : values.stream().distinct().toList();
    }

    /// What everybody may see: names of people and their contacts are for those who work with them.
    Details withoutPeople() {
        return new Details(legalForm, flags, educationKinds, infrastructure, contacts, List.of(), staffing);
    }

    Details without(UUID person) {
        return new Details(legalForm, flags, educationKinds, infrastructure, contacts,
                responsible.stream().filter(it -> !it.personId().equals(person)).toList(), staffing);
    }

    Details replacing(UUID person, UUID by) {
        return new Details(legalForm, flags, educationKinds, infrastructure, contacts, responsible.stream()
                .map(it -> it.personId().equals(person) ? new Responsible(by, it.duty(), it.phone(), it.email()) : it)
                .toList(), staffing);
    }
}
