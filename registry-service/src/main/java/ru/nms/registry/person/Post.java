package ru.nms.registry.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.region.Position;

/// One employment of a person.
///
/// @param until         the first day on which it is no longer held
/// @param teachingSince the first teaching post in this organisation, when that was an earlier one
record Post(@NotNull UUID organisationId, @NotNull Position position,
            @Size(max = 30) List<@NotBlank @Size(max = 200) String> subjects, @NotNull LocalDate since,
            @Nullable LocalDate until, @Nullable LocalDate teachingSince,
            @Nullable @PositiveOrZero @Digits(integer = 3, fraction = 2) BigDecimal weeklyHours, @Nullable Employment employment) {

    enum Employment {
        MAIN("Основное место работы", "Основное"),
        PART_TIME("Совместительство"),
        HOURLY("Почасовая оплата", "Почасовая"),
        CIVIL_CONTRACT("Договор гражданско-правового характера", "ГПХ");

        private final List<String> titles;

        Employment(String... titles) {
            this.titles = List.of(titles);
        }

        List<String> titles() {
            return titles;
        }
    }

    Post {
        subjects = Objects.requireNonNullElse(subjects, List.of());
    }

    boolean over(LocalDate day) {
        return until != null && !until.isAfter(day);
    }

    /// When teaching in this organisation began.
    LocalDate teachingFrom() {
        return teachingSince != null ? teachingSince : since;
    }

    boolean heldOn(LocalDate day) {
        return !since.isAfter(day) && !over(day);
    }

    /// The same employment, whatever else is said of it now.
    boolean begunAs(Post other) {
        return organisationId.equals(other.organisationId) && position == other.position && since.equals(other.since);
    }

    /// The same work at the same place. Who left and came back has two posts, so that the years between stay visible.
    boolean like(Post other) {
        return organisationId.equals(other.organisationId) && position == other.position && !over(other.since);
    }
}
