package ru.nms.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// The name of a person. Only iom and events may read this topic: they show it on routes and lists of participants.
public record PersonIdentityChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                                    String lastName, String firstName, @Nullable String patronymic)
        implements Event {

    public static final Topic<PersonIdentityChanged> TOPIC =
            new Topic<>("registry.person-identity.v1", PersonIdentityChanged.class);
}
