package ru.nms.diagnostics.instrument;

import java.util.Map;

import ru.nms.platform.access.Scope;
import ru.nms.platform.register.Reference;

/// Instruments in the fields of registers. In files: the code and the edition.
public final class InstrumentReference {

    public static final Reference INSTRUMENT = new Reference("instrument", "instrument r",
            caller -> new Scope.Condition("NOT r.deleted", Map.of()),
            "ARRAY[fold_name(r.code || ' ' || r.edition)]", "NOT r.deleted", "r.code || ' ' || r.edition");

    private InstrumentReference() {}
}
