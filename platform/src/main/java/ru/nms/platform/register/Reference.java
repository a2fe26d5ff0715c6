package ru.nms.platform.register;

import java.util.function.Function;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;

/// To what the ids in a field belong: who may name it, how it is called in files, how it is shown there.
///
/// @param code    names the thing in faults: `unknown-person`
/// @param from    FROM of the things, under the alias `r`, tombstones left out: `person r`
/// @param visible whose things the caller may name, over the alias `r`; a foreign id and an absent one are one fault
/// @param keys    SQL expression: every folded name of `r`, as `text[]`
/// @param bare    SQL condition that narrows the search to `:bare`, folded names without what stands in parentheses; it may name
///                `:today`
/// @param label   SQL expression: the name of `r` in exported files
public record Reference(String code, String from, Function<Caller, Scope.Condition> visible, String keys, String bare,
                        String label) {

    /// Things of a register that have a title and are no secret; in files: the title.
    public static Reference titled(String code, String table) {
        var key = "fold_name(r.title)";
        return new Reference(code, table + " r", caller -> new Scope.Condition("NOT r.deleted", java.util.Map.of()),
                "ARRAY[" + key + "]", key + " = ANY (:bare) AND NOT r.deleted", "r.title");
    }

    /// The code of a fault: nothing that the caller may name is meant.
    String unknown() {
        return "unknown-" + code;
    }

    /// The code of a fault: a name means several.
    String ambiguous() {
        return "ambiguous-" + code;
    }
}
