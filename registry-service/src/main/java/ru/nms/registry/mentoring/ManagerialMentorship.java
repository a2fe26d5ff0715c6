package ru.nms.registry.mentoring;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// An experienced management team mentors one in difficulty.
record ManagerialMentorship(@NotNull UUID strongId, @NotNull UUID weakId, @NotNull LocalDate since, @Nullable LocalDate until,
                            @Nullable @Size(min = 1, max = 2000) String aim, @Nullable @Size(min = 1, max = 4000) String result) {}
