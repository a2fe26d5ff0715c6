package ru.nms.registry.community;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A network of communities that exchange what they make.
record CommunityNetwork(@NotBlank @Size(max = 500) String title, @NotNull @Size(min = 2, max = 500) List<@NotNull UUID> communityIds,
                        @NotNull LocalDate since, @Nullable LocalDate until) {}
