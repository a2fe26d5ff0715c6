package ru.nms.diagnostics.campaign;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/// A person's part in a campaign.
///
/// @param phase          of the campaign: `PLANNED`, `RUNNING`, `ENDED`, `PUBLISHED` or `CANCELLED`
/// @param organisationId where the person worked when the campaign reached them
@JsonInclude(JsonInclude.Include.NON_NULL)
record ParticipationView(UUID id, long version, Instant createdAt, Instant changedAt, UUID campaignId, String title, String phase,
                         @Nullable String occasion, Instant startsAt, Instant endsAt, UUID personId,
                         @Nullable UUID organisationId, @Nullable UUID municipalityId, String status, int reminders,
                         @Nullable Instant remindedAt) {}
