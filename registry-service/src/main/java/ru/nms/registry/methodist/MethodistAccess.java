package ru.nms.registry.methodist;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.problem.Refusal;

/// Which methodists and assignments a caller sees and keeps.
public final class MethodistAccess {

    private static final Scope.Columns METHODISTS = new Scope.Columns(
            "m.municipality_id = :scope OR EXISTS (SELECT FROM post s WHERE s.person_id = m.person_id AND s.municipality_id = :scope)",
            "EXISTS (SELECT FROM post s WHERE s.person_id = m.person_id AND s.organisation_id = :scope)",
            null,
            "m.person_id = :scope OR EXISTS (SELECT FROM assignment a WHERE a.methodist_id = m.id AND a.person_id = :scope)");

    private static final Scope.Columns ASSIGNMENTS = new Scope.Columns(
            "EXISTS (SELECT FROM post s WHERE s.person_id = a.person_id AND s.municipality_id = :scope)",
            "EXISTS (SELECT FROM post s WHERE s.person_id = a.person_id AND s.organisation_id = :scope)",
            "m.person_id = :scope",
            "a.person_id = :scope");

    private MethodistAccess() {}

    public static Scope.Condition methodists(Caller caller) {
        return Scope.of(caller).on(METHODISTS);
    }

    public static Scope.Condition assignments(Caller caller) {
        return Scope.of(caller).on(ASSIGNMENTS);
    }

    /// The coordinator keeps all methodists, a municipality those of its own service.
    static void mayKeep(Caller caller, Methodist.Draft draft) {
        if (!caller.is(Role.COORDINATOR) && !ofOwnService(caller, draft.kind(), draft.municipalityId())) {
            throw Refusal.forbidden();
        }
    }

    private static boolean ofOwnService(Caller caller, Methodist.Kind kind, @Nullable UUID municipality) {
        return caller.is(Role.MUNICIPALITY) && kind == Methodist.Kind.MUNICIPAL
                && municipality != null && municipality.equals(caller.municipalityId());
    }
}
