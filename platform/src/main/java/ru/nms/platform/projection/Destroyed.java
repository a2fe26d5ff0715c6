package ru.nms.platform.projection;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;
import ru.nms.contracts.Event;
import ru.nms.contracts.PersonFateChanged;
import ru.nms.platform.fate.KnownFates;

/// Sees to it that nothing is learnt of people who were destroyed. What speaks of one is taken as the word that it is gone,
/// however late or new it is, by the daily reading, a rebuild and a replay alike; no projection has to think of it.
final class Destroyed {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final KnownFates fates;

    Destroyed(KnownFates fates) {
        this.fates = fates;
    }

    /// Decisions themselves are never withheld.
    static boolean decides(Incoming<? extends Event> change) {
        return change.projection().topic().name().equals(PersonFateChanged.TOPIC.name());
    }

    Mono<List<Incoming<? extends Event>>> withheld(Collection<Incoming<? extends Event>> changes) {
        Map<Incoming<? extends Event>, Set<UUID>> named = new HashMap<>();
        changes.forEach(change -> named.put(change, named(change)));
        var all = named.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return all.isEmpty() ? Mono.just(List.copyOf(changes)) : fates.destroyed(all).map(destroyed -> changes.stream()
                .<Incoming<? extends Event>>map(change -> named.getOrDefault(change, Set.of()).stream().anyMatch(destroyed::contains)
                        ? change.withheld() : change).toList());
    }

    private static Set<UUID> named(Incoming<? extends Event> change) {
        Set<UUID> ids = new HashSet<>();
        if (change.event() != null) {
            ID.matcher(new String(change.record().value(), StandardCharsets.UTF_8)).results().forEach(found -> ids.add(UUID.fromString(found.group())));
        }
        return ids;
    }
}
