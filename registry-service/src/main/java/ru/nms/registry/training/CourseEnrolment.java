package ru.nms.registry.training;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// Somebody at a course.
///
/// @param completedOn absent as long as it is not completed
record CourseEnrolment(@NotNull UUID courseId, @NotNull UUID personId, @NotNull LocalDate registeredOn,
                       @Nullable LocalDate completedOn, @Nullable @Size(min = 1, max = 200) String document) {}
