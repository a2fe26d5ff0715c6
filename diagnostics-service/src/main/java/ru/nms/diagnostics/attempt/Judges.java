package ru.nms.diagnostics.attempt;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import ru.nms.platform.problem.Refusal;

/// Which judges an attempt gets: by a draw that falls the same way each time, so that work is spread and nobody chooses.
///
/// @param inOrder the first two judge, the next one where they differ
record Judges(List<UUID> inOrder) {

    static Judges of(List<UUID> all, Attempt attempt) {
        return new Judges(all.stream().filter(judge -> !judge.equals(attempt.personId()))
                .sorted(Comparator.comparingLong((UUID judge) -> draw(judge, attempt.id())).thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    /// The finaliser of SplitMix64 over both ids.
    private static long draw(UUID judge, UUID attempt) {
        long mixed = judge.getLeastSignificantBits() ^ judge.getMostSignificantBits() ^ attempt.getLeastSignificantBits();
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    UUID of(int turn) {
        if (turn > inOrder.size()) {
            throw Refusal.conflict("judgement.nobody-left");   // judges are erased like others; more can be named
        }
        return inOrder.get(turn - 1);
    }

    /// Somebody else than those who were asked.
    boolean mayAsk(UUID judge, Collection<UUID> asked) {
        return inOrder.contains(judge) && !asked.contains(judge);
    }

    /// Somebody who was not asked yet: a campaign may have got more judges since the first ones were.
    UUID besides(Collection<UUID> asked) {
        return inOrder.stream().filter(judge -> !asked.contains(judge)).findFirst()
                .orElseThrow(() -> Refusal.conflict("judgement.nobody-left"));
    }
}
