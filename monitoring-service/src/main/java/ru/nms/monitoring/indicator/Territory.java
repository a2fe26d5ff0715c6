package ru.nms.monitoring.indicator;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;

/// Where something is counted.
///
/// @param code `region`, a unit of a grouping, or an id as text
/// @param id   of a municipality or an organisation
record Territory(String code, @Nullable UUID id) {

    private static final String REGION = "region";

    static Territory of(String text) {
        try {
            var id = UUID.fromString(text);
            return new Territory(id.toString(), id);
        } catch (IllegalArgumentException noId) {
            return new Territory(text, null);
        }
    }

    /// Figures are no personal data, yet each sees only what is theirs to answer for; a municipality also the whole it
    /// is compared with.
    boolean visibleTo(Caller caller) {
        return caller.is(Role.COORDINATOR, Role.MINISTRY)
                || caller.is(Role.MUNICIPALITY) && (code.equals(REGION) || owns(caller.municipalityId()))
                || caller.is(Role.ORGANISATION) && owns(caller.organisationId());
    }

    private boolean owns(@Nullable UUID theirs) {
        return id != null && id.equals(theirs);
    }
}
