package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A bundle of goals.
public record Track(int n, String title, List<String> goals, @Nullable Source source) {

    public Track {
        goals = Copies.list(goals);
    }
}
