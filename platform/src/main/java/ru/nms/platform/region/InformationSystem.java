package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A system beside this one that the region works with.
public record InformationSystem(String code, String title, @Nullable String purpose, List<String> modules,
                                @Nullable Source source) {

    public InformationSystem {
        modules = Copies.list(modules);
    }
}
