package ru.nms.platform.problem;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One thing that is wrong with what the caller sent.
///
/// @param pointer JSON Pointer into the body (`/posts/0/since`), or the name of the query parameter or header
/// @param code    stable, documented in docs/errors.md; its texts are `fault.<code>` in the `problems` bundles
/// @param args    what the texts mention, in their order
/// @param clause  the clause of the regulation or profile that states the rule, where one does
public record Fault(String pointer, String code, List<Object> args, @Nullable String clause) {

    public static Fault at(String pointer, String code, Object... args) {
        return new Fault(pointer, code, List.of(args), null);
    }

    public Fault under(@Nullable String clause) {
        return new Fault(pointer, code, args, clause);
    }
}
