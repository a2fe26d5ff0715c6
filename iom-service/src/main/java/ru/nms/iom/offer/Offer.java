package ru.nms.iom.offer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A published event that lies ahead.
public record Offer(UUID eventId, String title, Instant endsAt, List<String> competences) {}
