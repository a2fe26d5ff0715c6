package ru.nms.diagnostics.framework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An expression of competences: `PLAN and (LESSON or (GAME and CLUB))`. `and` binds more strongly than `or`.
sealed interface Formula {

    record Name(String code) implements Formula {}

    record And(List<Formula> parts) implements Formula {}

    record Or(List<Formula> parts) implements Formula {}

    default Mastery of(Function<String, Mastery> known) {
        return switch (this) {
            case Name(var code) -> known.apply(code);
            case And(var parts) -> Mastery.all(each(parts, known));
            case Or(var parts) -> Mastery.any(each(parts, known));
        };
    }

    private static Collection<Mastery> each(List<Formula> parts, Function<String, Mastery> known) {
        return parts.stream().map(part -> part.of(known)).toList();
    }

    /// The competences it speaks of.
    default Set<String> names() {
        return switch (this) {
            case Name(var code) -> Set.of(code);
            case And(var parts) -> parts.stream().flatMap(part -> part.names().stream()).collect(Collectors.toUnmodifiableSet());
            case Or(var parts) -> parts.stream().flatMap(part -> part.names().stream()).collect(Collectors.toUnmodifiableSet());
        };
    }

    /// @throws IllegalArgumentException when it cannot be read
    static Formula parse(String text) {
        return new Reader(text).whole();
    }

    /// Recursive descent; parentheses nest at most so deep that the stack never matters.
    final class Reader {

        private static final Pattern WORDS = Pattern.compile("[()]|[^\\s()]+");
        private static final Pattern CODE = Pattern.compile(Competence.CODE);
        private static final int DEEPEST = 50;

        private final List<String> words;
        private int at;
        private int depth;

        Reader(String text) {
            words = WORDS.matcher(text).results().map(found -> found.group()).toList();
        }

        Formula whole() {
            var formula = alternatives();
            if (at < words.size()) {
                throw new IllegalArgumentException(words.get(at));
            }
            return formula;
        }

        private Formula alternatives() {
            var parts = new ArrayList<>(List.of(together()));
            while (skips("or")) {
                parts.add(together());
            }
            return parts.size() == 1 ? parts.getFirst() : new Or(List.copyOf(parts));
        }

        private Formula together() {
            var parts = new ArrayList<>(List.of(one()));
            while (skips("and")) {
                parts.add(one());
            }
            return parts.size() == 1 ? parts.getFirst() : new And(List.copyOf(parts));
        }

        private Formula one() {
            if (skips("(")) {
                if (++depth > DEEPEST) {
                    throw new IllegalArgumentException("(");
                }
                var inner = alternatives();
                depth--;
                if (!skips(")")) {
                    throw new IllegalArgumentException(")");
                }
                return inner;
            }
            var word = at < words.size() ? words.get(at) : "";
            if (!CODE.matcher(word).matches()) {
                throw new IllegalArgumentException(word);
            }
            at++;
            return new Name(word);
        }

        private boolean skips(String word) {
            boolean there = at < words.size() && words.get(at).toLowerCase(Locale.ROOT).equals(word);
            at += there ? 1 : 0;
            return there;
        }
    }
}
