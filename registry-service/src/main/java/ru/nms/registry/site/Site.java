package ru.nms.registry.site;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.registry.organisation.Equipment;

/// An organisation's status of an internship or innovation site.
///
/// @param title        of the site; the project of an innovation site
/// @param capacity     places at the same time
/// @param until        the first day without the status
/// @param selectedOn   when the coordinator selected it
/// @param experience   the successful experience it was selected for
/// @param supervisorId of the project
/// @param listActId    the act that approves the list on which it stands
/// @param equipment    of the national project that it uses
record Site(@NotNull Kind kind, @NotNull UUID organisationId, @NotBlank @Size(max = 500) String title,
            @Size(max = 50) List<@NotBlank @Size(max = 200) String> subjects,
            @Size(max = 50) List<@NotBlank @Size(max = 100) String> competences, @Nullable @Positive Integer capacity,
            @NotNull LocalDate since, @Nullable LocalDate until, @Nullable LocalDate selectedOn,
            @Nullable @Size(max = 2000) String experience, @Nullable UUID supervisorId, @Nullable UUID listActId,
            @Size(max = 100) List<@Valid @NotNull Step> plan, @Size(max = 10) List<@NotNull Equipment> equipment) {

    enum Kind { INTERNSHIP, INNOVATION }

    /// A step of the work plan.
    record Step(@NotBlank @Size(max = 500) String what, @NotNull LocalDate due, @Nullable LocalDate doneOn) {}

    Site {
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
        competences = competences == null ? List.of() : List.copyOf(competences);
        plan = plan == null ? List.of() : List.copyOf(plan);
        equipment = equipment == null ? List.of() : List.copyOf(equipment);
    }
}
