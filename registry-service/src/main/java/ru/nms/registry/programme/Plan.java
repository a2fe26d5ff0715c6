package ru.nms.registry.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.register.Moves;

/// What is drawn up for training each year, and approved: the plan of courses, the reviewed list of topics.
///
/// @param providerId   whose it is; absent for the whole region
/// @param courses      of a plan of courses
/// @param topics       of a list of topics
/// @param document     by which it was approved
/// @param groupingUnit district of the region profile whose plan it is
/// @param groupingTask task of that district that it serves
record Plan(@NotNull Kind kind, @NotNull @Min(2000) @Max(2100) Integer year, @Nullable UUID providerId,
            @Size(max = 2000) List<@Valid @NotNull Course> courses, @Size(max = 2000) List<@NotBlank @Size(max = 300) String> topics,
            @Nullable Status status, @Nullable LocalDate approvedOn, @Nullable String document,
            @Nullable String groupingUnit, @Nullable String groupingTask) {

    enum Kind { COURSE_PLAN, TOPIC_LIST }

    enum Status { DRAFT, APPROVED }

    record Course(@NotBlank @Size(max = 500) String programme, @Nullable LocalDate from, @Nullable LocalDate until,
                  @NotNull @Positive Integer seats) {}

    static final Moves<Status> MOVES = Moves.<Status>of()
            .on("approval", Status.APPROVED, Status.DRAFT)
            .on("reopening", Status.DRAFT, Status.APPROVED);

    Plan {
        courses = courses == null ? List.of() : List.copyOf(courses);
        topics = topics == null ? List.of() : List.copyOf(topics);
    }

    Plan approved(LocalDate on, String by) {
        return new Plan(kind, year, providerId, courses, topics, after("approval"), on, by, groupingUnit, groupingTask);
    }

    Plan reopened() {
        return new Plan(kind, year, providerId, courses, topics, after("reopening"), null, null, groupingUnit, groupingTask);
    }

    private Status after(String action) {
        return MOVES.after(Objects.requireNonNull(status), action);
    }

    boolean empty() {
        return kind == Kind.COURSE_PLAN ? courses.isEmpty() : topics.isEmpty();
    }
}
