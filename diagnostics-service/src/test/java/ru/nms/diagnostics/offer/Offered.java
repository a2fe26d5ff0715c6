package ru.nms.diagnostics.offer;

import static ru.nms.diagnostics.Diagnostics.PERM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import ru.nms.contracts.CompletionChanged;
import ru.nms.contracts.PracticeChanged;
import ru.nms.contracts.ProgrammeChanged;
import ru.nms.contracts.RouteChanged;
import ru.nms.contracts.SiteChanged;

/// What others are taken to have said, without the way over Kafka.
public final class Offered {

    private Offered() {}

    public static void learnt(CompletionChanged event) {
        PERM.inTransaction(PERM.bean(CompletionProjection.class).on(event));
    }

    /// The person completed the programme on the day.
    public static UUID completed(UUID person, UUID programme, LocalDate until) {
        var id = UUID.randomUUID();
        learnt(new CompletionChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, person, programme, until.minusDays(10), until, 72, true, false));
        return id;
    }

    public static void learnt(RouteChanged event) {
        PERM.inTransaction(PERM.bean(RouteProjection.class).on(event));
    }

    public static void learnt(ProgrammeChanged event) {
        PERM.inTransaction(PERM.bean(ProgrammeProjection.class).on(event));
    }

    public static void learnt(SiteChanged event) {
        PERM.inTransaction(PERM.bean(SiteProjection.class).on(event));
    }

    public static void learnt(PracticeChanged event) {
        PERM.inTransaction(PERM.bean(PracticeProjection.class).on(event));
    }
}
