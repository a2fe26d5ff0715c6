package ru.nms.contracts;

import java.time.Instant;
import java.util.UUID;

/// What was decided about everything that is kept of a person. A destruction is the last word and never taken back, so that
/// whoever builds copies anew learns of it too.
///
/// @param fate `BLOCKED`: keep it and show it to nobody; `RELEASED`: as before; `DESTROYED`: keep nothing, now or later
public record PersonFateChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, String fate)
        implements Event {

    public static final Topic<PersonFateChanged> TOPIC = new Topic<>("registry.person-fate.v1", PersonFateChanged.class);

    public static final String BLOCKED = "BLOCKED";
    public static final String RELEASED = "RELEASED";
    public static final String DESTROYED = "DESTROYED";
}
