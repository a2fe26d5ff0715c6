package ru.nms.registry.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;

/// An organisation as a caller may see it, today or under the name of a day.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganisationView(UUID id, long version, Instant createdAt, Instant changedAt, String kind, String level, String name,
                               List<String> aliases, @Nullable UUID municipalityId, @Nullable UUID parentId,
                               @Nullable LocalDate openedOn, @Nullable LocalDate closedOn,
                               List<Organisation.FormerName> formerNames, List<UUID> successors, Details details) {

    static OrganisationView of(Caller caller, Organisation it, @Nullable LocalDate on) {
        return new OrganisationView(it.id(), it.version(), it.createdAt(), it.changedAt(), it.kind(), it.level(),
                on == null ? it.name() : it.nameOn(on), it.aliases(), it.municipalityId(), it.parentId(), it.openedOn(),
                it.closedOn(), it.formerNames(), it.successors(),
                worksWith(caller, it) ? it.details() : it.details().withoutPeople());
    }

    /// Who answers for the system in an organisation is for those who work with it, not for every reader of the list.
    private static boolean worksWith(Caller caller, Organisation it) {
        return caller.is(Role.COORDINATOR, Role.MINISTRY, Role.MUNICIPALITY, Role.METHODIST)
                || caller.is(Role.ORGANISATION) && it.id().equals(caller.organisationId());
    }
}
