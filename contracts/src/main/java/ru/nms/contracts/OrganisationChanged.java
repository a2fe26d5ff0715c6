package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// An organisation of the region.
///
/// @param kind           organisation kind of the region profile (`SCHOOL`, `CNPPM`, `MMS` …)
/// @param level          level of the region profile (`REGIONAL`, `MUNICIPAL`, `INSTITUTIONAL` …)
/// @param municipalityId absent for organisations of the region as a whole
/// @param closedOn       the first day on which it no longer exists
/// @param openedOn       the first day on which it exists, where it is known
/// @param successors     the organisations that go on with its work after a reorganisation
/// @param flags          `LOW_RESULTS`, `DISADVANTAGED`
/// @param educationKinds `PRESCHOOL`, `GENERAL`, `ADDITIONAL`, `VOCATIONAL`: what indicators choose their base by
/// @param legalForm      of a municipal method service: a form of the region profile
public record OrganisationChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                                  String kind, String level, String name, @Nullable UUID municipalityId,
                                  @Nullable UUID parentId, @Nullable LocalDate closedOn,
                                  @Nullable LocalDate openedOn, @Nullable List<UUID> successors,
                                  @Nullable List<String> flags, @Nullable List<String> educationKinds,
                                  @Nullable String legalForm) implements Event {

    /// Without what only some organisations have.
    public OrganisationChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, String kind,
                               String level, String name, @Nullable UUID municipalityId, @Nullable UUID parentId,
                               @Nullable LocalDate closedOn) {
        this(eventId, subject, epoch, version, occurredAt, kind, level, name, municipalityId, parentId, closedOn, null,
                null, null, null, null);
    }

    public static final Topic<OrganisationChanged> TOPIC =
            new Topic<>("registry.organisation.v1", OrganisationChanged.class);
}
