package ru.nms.registry.methodist;

import java.util.Map;

import ru.nms.platform.access.Scope;
import ru.nms.platform.register.Reference;

/// Regional methodists in the fields of registers. In files: the full name.
public final class MethodistReference {

    public static final Reference METHODIST = new Reference("methodist", "methodist r",
            caller -> new Scope.Condition("NOT r.deleted AND r.kind = 'REGIONAL'", Map.of()),
            "ARRAY(SELECT p.name_key FROM person p WHERE p.id = r.person_id AND NOT p.deleted)",
            """
            NOT r.deleted AND r.kind = 'REGIONAL' AND r.until IS NULL
                AND r.person_id IN (SELECT p.id FROM person p WHERE p.name_key = ANY (:bare) AND NOT p.deleted)""",
            "(SELECT concat_ws(' ', p.last_name, p.first_name, p.patronymic) FROM person p WHERE p.id = r.person_id AND NOT p.deleted)");

    private MethodistReference() {}
}
