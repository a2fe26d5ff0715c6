package ru.nms.platform.problem;

import java.util.List;

/// A bean that names bundles with the texts of problems: a service brings its own, for example `problems/registry`
/// (`problems/registry_ru.properties` and `…_en`). Keys are `<code>.title`, `<code>.detail` and `fault.<code>`.
public record ProblemTexts(List<String> baseNames) {

    static final ProblemTexts PLATFORM = of("ru/nms/platform/problem/problems");

    public static ProblemTexts of(String... baseNames) {
        return new ProblemTexts(List.of(baseNames));
    }
}
