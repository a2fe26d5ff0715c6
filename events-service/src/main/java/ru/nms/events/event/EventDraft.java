package ru.nms.events.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What an organiser sends of an event. Everything may be absent or wrong: [EventRules] tells all of it at once.
///
/// @param level             a level of the region profile
/// @param mode              `ONSITE`, `ONLINE` or `MIXED`
/// @param competences       competence areas of the region profile
/// @param registrationUntil until the start when absent
/// @param materials         links to or names of materials
/// @param groupingUnit      district of the region profile whose event it is: a unit of one of its groupings
/// @param groupingTask      task of that district
record EventDraft(@Nullable String kind, @Nullable String level, @Nullable String title, @Nullable UUID organiserId,
                  @Nullable UUID municipalityId, @Nullable Instant startsAt, @Nullable Instant endsAt,
                  @Nullable Instant registrationUntil, @Nullable String mode, @Nullable Integer capacity,
                  @Nullable List<@Nullable String> competences, @Nullable String description, @Nullable String place,
                  @Nullable String audience, @Nullable String programme, @Nullable List<@Nullable String> materials,
                  @Nullable String groupingUnit, @Nullable String groupingTask) {}
