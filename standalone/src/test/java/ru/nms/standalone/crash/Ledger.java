package ru.nms.standalone.crash;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import tools.jackson.databind.JsonNode;

/// Every answer that was given: what exists, and in which version.
final class Ledger {

    private final Map<Thing, Map<UUID, Long>> versions = new ConcurrentHashMap<>();
    private final Set<UUID> destroyed = ConcurrentHashMap.newKeySet();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();

    /// What writers make, and the owner's query for what there is of it.
    enum Thing {
        PERSON("registry", "SELECT id, version FROM person WHERE NOT deleted"),
        RESULT("diagnostics", "SELECT id, version FROM result WHERE NOT deleted"),
        REGISTRATION("events", "SELECT id, version FROM registration"),
        ROUTE("iom", "SELECT id, version FROM route");

        final String owner;
        final String living;

        Thing(String owner, String living) {
            this.owner = owner;
            this.living = living;
        }
    }

    void note(Thing thing, JsonNode answer) {
        of(thing).put(UUID.fromString(answer.path("id").asString()), answer.path("version").asLong());
        answers.incrementAndGet();
    }

    void noteGone(Thing thing, UUID id) {
        of(thing).remove(id);
        answers.incrementAndGet();
    }

    void noteDestroyed(UUID person) {
        noteGone(Thing.PERSON, person);
        destroyed.add(person);
    }

    /// A request whose first answer never came.
    void noteRepeated() {
        repeated.incrementAndGet();
    }

    long answers() {
        return answers.get();
    }

    long repeated() {
        return repeated.get();
    }

    Set<UUID> destroyed() {
        return Set.copyOf(destroyed);
    }

    Map<UUID, Long> versions(Thing thing) {
        return new TreeMap<>(of(thing));
    }

    private Map<UUID, Long> of(Thing thing) {
        return versions.computeIfAbsent(thing, made -> new ConcurrentHashMap<>());
    }
}
