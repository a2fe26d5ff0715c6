package ru.nms.diagnostics.framework;

import java.util.Map;
import java.util.function.Function;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.register.Reference;

/// Frameworks, competences and scales in the fields of registers. In files: the code, with the version behind it.
public final class FrameworkReference {

    private static final Function<Caller, Scope.Condition> ALL = caller -> new Scope.Condition("NOT r.deleted", Map.of());

    public static final Reference FRAMEWORK = new Reference("framework", "framework r", ALL,
            "ARRAY[fold_name(r.code), fold_name(r.code || ' ' || r.version_name)]", "NOT r.deleted",
            "r.code || ' ' || r.version_name");

    public static final Reference COMPETENCE = new Reference("competence", "competence r", ALL,
            "ARRAY[fold_name(r.code), fold_name(r.title)]", "NOT r.deleted", "r.code");

    public static final Reference SCALE = new Reference("scale", "scale r", ALL, "ARRAY[fold_name(r.code)]", "NOT r.deleted", "r.code");

    private FrameworkReference() {}
}
