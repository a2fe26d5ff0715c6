package ru.nms.iom.need;

import java.time.LocalDate;
import java.util.UUID;

/// An open deficit.
public record Deficit(UUID id, String competence, Level level, LocalDate openedOn) {

    /// How much is missing, the most first.
    public enum Level { HIGH, MEDIUM, LOW }
}
