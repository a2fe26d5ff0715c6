package ru.nms.platform.problem;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// An error and what caused it, outermost first.
final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    static List<Throwable> of(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause).limit(DEEPEST).toList();
    }
}
