package ru.nms.platform.region;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Says of each name whether it leads anywhere.
final class References {

    private static final int SHOWN = 12;

    private References() {}

    static void check(List<Spot> names, Set<String> known, String what, Faults faults) {
        names.forEach(name -> check(name, known, what, faults));
    }

    static void check(Spot name, Set<String> known, String what, Faults faults) {
        if (name.present() && !known.contains(name.text())) {
            faults.add(name.path(), "\"%s\" is not %s; %s.", name.text(), what, choice(known));
        }
    }

    private static String choice(Set<String> known) {
        if (known.isEmpty()) {
            return "the profile has none";
        }
        var shown = known.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return "there are " + shown + (known.size() > SHOWN ? " and %d more".formatted(known.size() - SHOWN) : "");
    }
}
