package ru.nms.registry.community;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A programme by which associations are supported.
record CommunitySupport(@NotBlank @Size(max = 500) String title, @NotNull @Size(min = 1, max = 500) List<@NotNull UUID> communityIds,
                        @Nullable UUID organiserId, @NotNull @Size(min = 1, max = 50) List<@NotBlank @Size(max = 500) String> measures,
                        @NotNull LocalDate since, @Nullable LocalDate until) {}
