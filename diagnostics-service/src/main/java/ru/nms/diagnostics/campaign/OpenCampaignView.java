package ru.nms.diagnostics.campaign;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/// A campaign that people may come to by themselves.
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenCampaignView(UUID id, String title, @Nullable String occasion, String provider, String procedure, boolean young,
                        Instant startsAt, Instant endsAt) {}
