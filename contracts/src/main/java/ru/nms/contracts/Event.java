package ru.nms.contracts;

import java.time.Instant;
import java.util.UUID;

/// One change of one thing, with its whole public state.
public interface Event {

    /// Unique per announcement; repeats of one announcement carry the same id.
    UUID eventId();

    /// The id of the thing that changed; also the key of the Kafka record.
    UUID subject();

    /// Grows when the owner was restored from a backup. Orders before [#version()].
    long epoch();

    /// Version of the subject: 1 at creation, one more with every change.
    long version();

    /// When the owner committed the change.
    Instant occurredAt();
}
