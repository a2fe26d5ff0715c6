package ru.nms.platform.probe;

import java.time.Instant;
import java.util.UUID;

import ru.nms.contracts.Event;
import ru.nms.contracts.Topic;

public record ThingChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, String title)
        implements Event {

    public static final Topic<ThingChanged> TOPIC = new Topic<>("probe.thing.v1", ThingChanged.class);
}
