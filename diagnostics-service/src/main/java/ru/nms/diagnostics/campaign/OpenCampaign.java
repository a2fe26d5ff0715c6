package ru.nms.diagnostics.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Refusal;

/// An announced campaign, for those who take part in it and for those who give them tasks.
///
/// @param judges            who judge open answers
/// @param allowedDifference percent of a task's points by which two judges may differ
/// @param published         whether its results are final
public record OpenCampaign(UUID id, String title, UUID instrumentId, @Nullable String occasion, Instant startsAt, Instant endsAt,
                           int attempts, int allowedDifference, List<UUID> judges, boolean byRegistration, boolean published) {

    /// @throws Refusal when it does not run at that moment; its times are told
    public void mustRunAt(Instant now) {
        if (now.isBefore(startsAt)) {
            throw Refusal.conflict("campaign.not-started", startsAt).with("startsAt", startsAt);
        }
        mustNotHaveEndedAt(now);
    }

    void mustNotHaveEndedAt(Instant now) {
        if (!now.isBefore(endsAt)) {
            throw Refusal.conflict("campaign.ended", endsAt).with("endsAt", endsAt);
        }
    }
}
