package ru.nms.events.learnt;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;

/// Whose events a caller runs: all of them (COORDINATOR), those of their own organisation, those of organisations of
/// their municipality.
public final class OrganiserScope {

    private OrganiserScope() {}

    /// The condition on a column that holds an organiser.
    public static Scope.Condition on(Caller caller, String organiser) {
        return new Scope(
                caller.is(Role.COORDINATOR),
                caller.is(Role.MUNICIPALITY) ? caller.municipalityId() : null,
                caller.is(Role.PROVIDER, Role.MUNICIPALITY) ? caller.organisationId() : null,
                null, null)
                .on(new Scope.Columns(
                        "EXISTS (SELECT FROM organisation org WHERE org.id = " + organiser
                                + " AND org.municipality_id = :scope)",
                        organiser + " = :scope", null, null));
    }
}
