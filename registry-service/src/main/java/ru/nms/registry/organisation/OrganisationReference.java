package ru.nms.registry.organisation;

import java.util.Map;

import ru.nms.platform.access.Scope;
import ru.nms.platform.register.Reference;

/// Organisations in the fields of registers; which there are is no secret. In files: any of the names, with the
/// municipality in parentheses where two have the same one.
public final class OrganisationReference {

    public static final Reference ORGANISATION = new Reference("organisation", "organisation r",
            caller -> new Scope.Condition("NOT r.deleted", Map.of()),
            """
            r.name_keys || ARRAY(SELECT fold_name(k || ' (' || m.name_key || ')') FROM municipality m, unnest(r.name_keys) AS k
                                  WHERE m.id = r.municipality_id)""",
            "r.name_keys && :bare AND (r.closed_on IS NULL OR r.closed_on > :today) AND NOT r.deleted",
            "r.name");

    private OrganisationReference() {}
}
