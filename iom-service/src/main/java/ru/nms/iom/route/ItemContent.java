package ru.nms.iom.route;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/// An item as people write it.
///
/// @param id        of an item that the route has already; absent for a new one
/// @param section   row of the form or structure; absent means the first that takes the kind
/// @param deficitId what it works on; without one it needs a goal
record ItemContent(@Nullable UUID id, @NotNull RouteItem.Kind kind, @Nullable @Size(max = 20) String section,
                   @NotBlank @Size(max = 500) String title, @Nullable UUID deficitId,
                   @Nullable @Size(max = 100) String competence, @Nullable @Size(max = 500) String goal,
                   @Nullable UUID eventId, @Nullable LocalDate due, @Nullable @Size(max = 20) String mode,
                   @Nullable @Size(max = 200) String form, @Nullable @Min(1) @Max(5000) Integer hours) {}
