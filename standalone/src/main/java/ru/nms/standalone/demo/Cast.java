package ru.nms.standalone.demo;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Who plays in the main job.
///
/// @param teacher      the one whose route is followed
/// @param school       their organisation
/// @param municipality of the school; absent where the region has none
/// @param colleagues   further teachers of the same municipality
/// @param organiser    organises the event
/// @param level        at which it does
/// @param provider     of diagnostics, as the region names them
record Cast(UUID teacher, UUID school, @Nullable UUID municipality, List<UUID> colleagues, UUID organiser,
            String level, String provider) {}
