package ru.nms.registry.act;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.region.RegionDocument;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.AtStart;
import ru.nms.platform.tx.Tx;

/// Takes the documents of the profile over at every start: what amends and repeals what is known from the first day.
/// An act that is in the register stays as its keepers left it.
@Service
class ActService implements AtStart {

    private final Register<Act> acts;
    private final Registers registers;
    private final ActStore store;
    private final RegionProfile profile;
    private final Tx tx;

    ActService(Register<Act> acts, Registers registers, ActStore store, RegionProfile profile, Tx tx) {
        this.acts = acts;
        this.registers = registers;
        this.store = store;
        this.profile = profile;
        this.tx = tx;
    }

    @Override
    public Mono<Void> run() {
        return tx.run(store.lock()
                .then(store.keyed().collectMap(ActStore.Known::key, ActStore.Known::id))
                .flatMap(known -> enter(plan(known))));
    }

    /// Main acts first: an annex has the days of its main act.
    private Mono<Void> enter(Map<UUID, Act> plan) {
        var layers = plan.entrySet().stream().collect(Collectors.groupingBy(it -> depth(it.getValue(), plan)));
        return Flux.fromIterable(layers.keySet().stream().sorted().toList())
                .concatMap(depth -> registers.enter(acts, Objects.requireNonNull(layers.get(depth)).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))))
                .then();
    }

    private static int depth(Act act, Map<UUID, Act> plan) {
        var main = act.annexToId() == null ? null : plan.get(act.annexToId());
        return main == null ? 0 : 1 + depth(main, plan);
    }

    /// Ids of what is known, new ones for the rest. In the order of the profile an annex may stand before its main act.
    private Map<UUID, Act> plan(Map<String, UUID> known) {
        Map<String, UUID> ids = new LinkedHashMap<>();
        Map<UUID, Act> plan = new LinkedHashMap<>();
        for (var document : profile.documents()) {
            id(document, ids, known);
        }
        profile.documents().forEach(document -> plan.put(Objects.requireNonNull(ids.get(document.code())), act(document, ids)));
        return plan;
    }

    private UUID id(RegionDocument document, Map<String, UUID> ids, Map<String, UUID> known) {
        var found = ids.get(document.code());
        if (found != null) {
            return found;
        }
        profile.documents().stream().filter(it -> it.code().equals(document.annexTo())).findFirst()
                .ifPresent(main -> id(main, ids, known));
        var id = known.getOrDefault(acts.keyOf(act(document, ids)), Ids.next());
        ids.put(document.code(), id);
        return id;
    }

    private Act act(RegionDocument document, Map<String, UUID> ids) {
        return new Act(kind(document.kind()), document.issuer(), document.number(), document.date(),
                Objects.requireNonNullElse(document.subject(), document.code()), null, List.of(),
                pointingTo(document, ids, RegionDocument::amendedBy), pointingTo(document, ids, RegionDocument::repealedBy),
                document.annexTo() == null ? null : ids.get(document.annexTo()), document.annexNo(), List.of(), null, null,
                null, null, (LocalDate) null, null, (@Nullable UUID) null);
    }

    /// The profile names at an act what changed it; here the one that changes names what it changes.
    private List<UUID> pointingTo(RegionDocument document, Map<String, UUID> ids,
                                  java.util.function.Function<RegionDocument, List<String>> changers) {
        return profile.documents().stream().filter(it -> changers.apply(it).contains(document.code()))
                .map(it -> ids.get(it.code())).filter(Objects::nonNull).toList();
    }

    private static Act.Kind kind(String said) {
        return Arrays.stream(Act.Kind.values()).filter(kind -> kind.name().equals(said)).findFirst()
                .orElse(said.endsWith("LETTER") ? Act.Kind.LETTER : Act.Kind.OTHER);
    }
}
