package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// An organisation of the region.
///
/// @param kind           organisation kind of the region profile (`SCHOOL`, `CNPPM`, `MMS` …)
/// @param level          level of the region profile (`REGIONAL`, `MUNICIPAL`, `INSTITUTIONAL` …)
/// @param municipalityId absent for organisations of the region as a whole
/// @param closedOn       the first day on which it no longer exists
public record OrganisationChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                                  String kind, String level, String name, @Nullable UUID municipalityId,
                                  @Nullable UUID parentId, @Nullable LocalDate closedOn) implements Event {

    public static final Topic<OrganisationChanged> TOPIC =
            new Topic<>("registry.organisation.v1", OrganisationChanged.class);
}
