package ru.nms.registry.organisation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.problem.Refusal;

/// Whose organisations a caller sees and changes.
final class OrganisationAccess {

    private static final Scope.Columns COLUMNS = new Scope.Columns("o.municipality_id = :scope", "o.id = :scope",
            """
            EXISTS (SELECT FROM methodist m JOIN assignment a ON a.methodist_id = m.id
                      JOIN post s ON s.person_id = a.person_id
                     WHERE m.person_id = :scope AND s.organisation_id = o.id)""",
            "EXISTS (SELECT FROM post s WHERE s.person_id = :scope AND s.organisation_id = o.id)");

    private OrganisationAccess() {}

    /// Everybody sees the bodies of the regional and the federal level, which serve all; besides, the caller's own scope.
    static Scope.Condition visibleTo(Caller caller) {
        var scope = Scope.of(caller);
        var own = new Scope(scope.region(), scope.municipality(), caller.organisationId(), scope.assignedTo(), scope.self())
                .on(COLUMNS);
        return new Scope.Condition("(o.level IN ('REGIONAL', 'FEDERAL') OR %s)".formatted(own.sql()), own.values());
    }

    /// The coordinator keeps all organisations, a municipality its own.
    static void mayWrite(Caller caller, @Nullable UUID municipalityId) {
        var own = caller.is(Role.MUNICIPALITY) && municipalityId != null && municipalityId.equals(caller.municipalityId());
        if (!own && !caller.is(Role.COORDINATOR)) {
            throw Refusal.forbidden();
        }
    }
}
