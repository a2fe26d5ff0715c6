package ru.nms.registry.community;

import java.util.Map;

import ru.nms.platform.access.Scope;
import ru.nms.platform.register.Reference;

/// Communities in the fields of other registers. In files: the title, with the kind in parentheses.
public final class CommunityReference {

    public static final Reference COMMUNITY = new Reference("community", "community r",
            caller -> new Scope.Condition("NOT r.deleted", Map.of()),
            "ARRAY[fold_name(r.title), fold_name(r.title || ' (' || r.kind || ')')]",
            "fold_name(r.title) = ANY (:bare) AND NOT r.deleted", "r.title");

    private CommunityReference() {}
}
