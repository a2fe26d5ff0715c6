package ru.nms.registry.municipality;

import java.util.Map;

import ru.nms.platform.access.Scope;
import ru.nms.platform.register.Reference;

/// Municipalities in the fields of registers. In files: any of the names.
public final class MunicipalityReference {

    public static final Reference MUNICIPALITY = new Reference("municipality", "municipality r",
            caller -> new Scope.Condition("r.closed_on IS NULL", Map.of()), "r.name_keys",
            "r.name_keys && :bare AND r.closed_on IS NULL", "r.name");

    private MunicipalityReference() {}
}
