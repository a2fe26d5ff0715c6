package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A person completed a programme.
///
/// @param since               first day of the training
/// @param until               last day
/// @param inRegister          on the last day the programme stood in the federal register
/// @param chosenByDiagnostics before the first day a diagnosis had shown a deficit that the programme works on
public record CompletionChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, UUID personId,
                                UUID programmeId, LocalDate since, LocalDate until, int hours, boolean inRegister,
                                boolean chosenByDiagnostics) implements Event {

    public static final Topic<CompletionChanged> TOPIC = new Topic<>("registry.completion.v1", CompletionChanged.class);
}
