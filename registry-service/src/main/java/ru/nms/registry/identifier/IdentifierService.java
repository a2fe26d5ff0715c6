package ru.nms.registry.identifier;

import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.platform.problem.Refusal;
import ru.nms.registry.identifier.IdentifierStore.Sealed;
import ru.nms.registry.trace.ExportedTraces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Keeps insurance numbers sealed and finds people by them.
@Service
public class IdentifierService implements ExportedTraces {

    private final IdentifierStore store;
    private final @Nullable Vault vault;

    IdentifierService(IdentifierStore store, IdentifierSettings settings) {
        this.store = store;
        var key = settings.key();
        this.vault = key == null || key.isEmpty() ? null : new Vault(Base64.getDecoder().decode(key));
    }

    /// Whether identifiers are taken in here at all.
    public boolean ready() {
        return vault != null;
    }

    /// In the caller's transaction. A number that belongs to somebody else is a duplicate key.
    public Mono<Void> keep(Map<UUID, Snils> all) {
        var open = vault();
        List<Sealed> sealed = all.entrySet().stream().map(it -> new Sealed(it.getKey(),
                open.seal(it.getKey(), it.getValue().digits()), open.hash(it.getValue().digits()))).toList();
        return sealed.isEmpty() ? Mono.empty() : store.save(sealed).then();
    }

    public Mono<UUID> find(Snils snils) {
        return store.find(vault().hash(snils.digits()));
    }

    /// Who has these numbers.
    public Mono<Map<Snils, UUID>> holders(Collection<Snils> numbers) {
        if (vault == null || numbers.isEmpty()) {
            return Mono.just(Map.of());
        }
        var open = vault;
        var byHash = numbers.stream().distinct().collect(Collectors.toMap(
                number -> HexFormat.of().formatHex(open.hash(number.digits())), Function.identity()));
        return store.holders(byHash.keySet())
                .collectMap(it -> Objects.requireNonNull(byHash.get(it.getKey())), Map.Entry::getValue);
    }

    /// Those of the people who have a number, whichever it is.
    public Mono<Set<UUID>> numbered(Collection<UUID> people) {
        return store.numbered(people).collect(Collectors.toSet());
    }

    public Mono<Snils> of(UUID person) {
        return store.sealed(person).map(sealed -> Snils.of(vault().open(person, sealed)).orElseThrow());
    }

    private Vault vault() {
        if (vault == null) {
            throw Refusal.conflict("no-identifier-key");
        }
        return vault;
    }

    @Override
    public Mono<JsonNode> told(UUID person) {
        var told = JsonNodeFactory.instance.objectNode();
        return !ready() ? Mono.just(told) : of(person).<JsonNode>map(snils -> told.put("snils", snils.shown())).defaultIfEmpty(told);
    }

    /// The one who stays keeps the own number; without one, the other's.
    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        if (!ready()) {
            return store.drop(from);
        }
        return of(from).flatMap(snils -> store.drop(from)
                .then(of(to).hasElement())
                .flatMap(own -> own ? Mono.<Void>empty() : keep(Map.of(to, snils))));
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return store.drop(person);
    }
}
