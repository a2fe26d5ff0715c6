package ru.nms.registry.act;

import java.util.Map;

import ru.nms.platform.access.Scope;
import ru.nms.platform.register.Reference;

/// Acts in the fields of registers. In files: the number with the date in parentheses, or the title.
public final class ActReference {

    public static final Reference ACT = new Reference("act", "act r", caller -> new Scope.Condition("NOT r.deleted", Map.of()),
            "ARRAY[fold_name(r.number), fold_name(r.number || to_char(r.date, ' (DD.MM.YYYY)')), fold_name(r.title)]",
            "(fold_name(r.number) = ANY (:bare) OR fold_name(r.title) = ANY (:bare)) AND NOT r.deleted", "r.title");

    private ActReference() {}
}
