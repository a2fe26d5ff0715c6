package ru.nms.iom.need;

import java.time.LocalDate;
import java.util.UUID;

/// An open deficit.
///
/// @param level as the region's profile names it
public record Deficit(UUID id, String competence, String level, LocalDate openedOn) {}
