package ru.nms.diagnostics.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.rule.Rounds;
import ru.nms.platform.imports.ImportKind.Verdict;

/// Brings imported scores into results that may stand already. A result gets at most one new version, however many of
/// its scores came, and none when all are known.
final class ResultMerge {

    /// What makes two rows speak of the same result.
    record Key(UUID personId, String procedure, String provider, LocalDate takenOn) {

        static Key of(Result.Content content) {
            return new Key(content.personId(), content.procedure(), content.provider(), content.takenOn());
        }

        static Key of(Result result) {
            return new Key(result.personId(), result.procedure(), result.provider(), result.takenOn());
        }
    }

    private final Map<Key, Result> before = new HashMap<>();
    private final Map<Key, Result> after = new LinkedHashMap<>();
    private final Map<Key, Map<String, Score>> told = new HashMap<>();
    private final Rounds<Key> rounds = new Rounds<>();
    private final Set<Key> provided;
    private final Supplier<UUID> ids;
    private final Instant now;

    /// @param provided what providers' files told already
    ResultMerge(Collection<Result> standing, Collection<Result> provided, Supplier<UUID> ids, Instant now) {
        standing.forEach(result -> before.put(Key.of(result), result));
        this.provided = provided.stream().map(Key::of).collect(Collectors.toSet());
        this.ids = ids;
        this.now = now;
    }

    Verdict take(ResultRow row) {
        var content = row.draft().content();
        var key = Key.of(content);
        var score = row.score();
        if (provided.contains(key)) {
            row.repeats();
            return Verdict.REFUSED;
        }
        var other = rounds.other(key, content.round());
        if (other != null) {
            row.namesAnother(other);
            return Verdict.REFUSED;
        }
        var earlier = told.computeIfAbsent(key, fresh -> new HashMap<>()).putIfAbsent(score.competence(), score);
        if (earlier != null && !earlier.equals(score)) {
            row.contradicts();
            return Verdict.REFUSED;
        }
        rounds.name(key, content.round());
        var result = after.getOrDefault(key, before.get(key));
        if (result == null) {
            after.put(key, Result.record(ids.get(), content, now));
            return Verdict.CREATED;
        }
        var known = score(result, score.competence());
        if (score.equals(known) && (content.round() == null || content.round().equals(result.round()))) {
            return Verdict.UNCHANGED;
        }
        after.put(key, with(result, score, content.round()));
        return known == null ? Verdict.CREATED : Verdict.CHANGED;
    }

    private static @Nullable Score score(Result result, String competence) {
        return result.scores().stream().filter(score -> score.competence().equals(competence)).findFirst().orElse(null);
    }

    private Result with(Result result, Score fresh, @Nullable String round) {
        var others = result.scores().stream().filter(score -> !score.competence().equals(fresh.competence()));
        var standing = before.get(Key.of(result));
        long version = standing == null ? 1 : standing.version() + 1;
        return new Result(result.id(), version, result.createdAt(), now, result.personId(), result.procedure(),
                result.provider(), result.takenOn(), result.occasion(), round == null ? result.round() : round,
                Stream.concat(others, Stream.of(fresh)).toList());
    }

    List<Result> created() {
        return after.values().stream().filter(result -> !before.containsKey(Key.of(result))).toList();
    }

    List<Result> changed() {
        return after.values().stream().filter(result -> before.containsKey(Key.of(result))).toList();
    }

    List<UUID> people() {
        return after.values().stream().map(Result::personId).distinct().toList();
    }
}
