package ru.nms.platform.register;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ru.nms.platform.problem.Refusal;

/// A status path as a table: which action leads from which statuses to which. Actions are named like the
/// sub-resources that perform them.
public final class Moves<E extends Enum<E>> {

    private record Move<E>(Set<E> from, E to) {}

    private final Map<String, List<Move<E>>> moves = new LinkedHashMap<>();

    private Moves() {}

    public static <E extends Enum<E>> Moves<E> of() {
        return new Moves<>();
    }

    @SafeVarargs
    public final Moves<E> on(String action, E to, E from, E... more) {
        moves.computeIfAbsent(action, none -> new ArrayList<>()).add(new Move<>(EnumSet.of(from, more), to));
        return this;
    }

    /// The status after the action.
    ///
    /// @throws Refusal 409 with `possible` when this status does not allow it
    public E after(E status, String action) {
        return moves.getOrDefault(action, List.of()).stream().filter(move -> move.from().contains(status))
                .map(Move::to).findFirst()
                .orElseThrow(() -> refused(status));
    }

    /// What is not allowed in this status: 409 with what is.
    public Refusal refused(E status) {
        return Refusal.conflict("wrong-status", status.name()).with("possible", possible(status));
    }

    public List<String> possible(E status) {
        return moves.entrySet().stream()
                .filter(action -> action.getValue().stream().anyMatch(move -> move.from().contains(status)))
                .map(Map.Entry::getKey).toList();
    }
}
