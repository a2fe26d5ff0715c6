package ru.nms.registry.community;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// A material that a community gives into a network.
///
/// @param publishedOn absent as long as it is not public
record CommunityMaterial(@NotNull UUID networkId, @NotNull UUID communityId, @NotBlank @Size(max = 500) String title,
                         @NotBlank @Size(max = 4000) String summary,
                         @Nullable @Size(max = 1000) @Pattern(regexp = "https?://\\S+") String link,
                         @Nullable LocalDate publishedOn) {}
