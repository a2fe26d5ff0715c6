package ru.nms.diagnostics.scoring;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;

/// What keys and answers say of the codes of options.
final class Codes {

    private Codes() {}

    static void distinct(Faults faults, String pointer, List<? extends @Nullable String> codes) {
        var seen = new HashSet<@Nullable String>();
        for (int i = 0; i < codes.size(); i++) {
            var code = codes.get(i);
            faults.unless(code != null && !code.isBlank(), Fault.at(pointer + "/" + i, "required"))
                    .unless(seen.add(code), Fault.at(pointer + "/" + i, "repeated-option", String.valueOf(code)));
        }
    }

    /// Each is one of the options, and none is there twice.
    static void among(Faults faults, String pointer, List<? extends @Nullable String> codes, Collection<String> options) {
        var known = new HashSet<@Nullable String>(options);
        for (int i = 0; i < codes.size(); i++) {
            faults.unless(known.contains(codes.get(i)),
                    Fault.at(pointer + "/" + i, "unknown-option", String.valueOf(codes.get(i))));
        }
        distinct(faults, pointer, codes);
    }

    /// A part that another kind of task has.
    static void absent(Faults faults, String pointer, @Nullable Object part) {
        faults.unless(part == null, Fault.at(pointer, "not-allowed"));
    }
}
