package ru.nms.platform.region;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with one file; nothing stops at the first fault.
final class Faults {

    private final String file;
    private final List<ProfileFault> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(String path, String rule, Object... values) {
        found.add(new ProfileFault(file, path, values.length == 0 ? rule : rule.formatted(values)));
    }

    List<ProfileFault> found() {
        return found;
    }
}
