package ru.nms.standalone.crash;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

import ru.nms.standalone.crash.Ledger.Thing;
import tools.jackson.databind.JsonNode;

/// Enters people, and those whom the other services have heard of are diagnosed, registered and given a route; some are destroyed.
/// Works until told to stop, and never leaves a request without an answer.
final class Writer implements Callable<Void> {

    /// People entered so long ago that the others know them, unless a kill came between.
    private static final int LATER = 4;

    private final Caller caller;
    private final Ledger ledger;
    private final Stage stage;
    private final BooleanSupplier going;
    private final String name;
    private final Deque<UUID> waiting = new ArrayDeque<>();
    private int round;

    /// @param school where people work
    /// @param event  for which they are registered
    /// @param today  in the region
    record Stage(UUID school, UUID event, String competence, LocalDate today) {}

    Writer(String name, Caller caller, Ledger ledger, Stage stage, BooleanSupplier going) {
        this.name = name;
        this.caller = caller;
        this.ledger = ledger;
        this.stage = stage;
        this.going = going;
    }

    @Override
    public Void call() {
        while (going.getAsBoolean()) {
            round++;
            waiting.add(enter());
            if (round % 6 == 0) {
                destroy(waiting.removeLast());
            }
            if (waiting.size() > LATER) {
                workWith(waiting.getFirst());
            }
        }
        return null;
    }

    private UUID enter() {
        var path = "/api/registry/v1/people";
        var person = caller.post(path, card("Номер")).orFail();
        ledger.note(Thing.PERSON, person);
        var id = id(person);
        if (round % 3 == 0) {
            var changed = caller.change("PUT", path + "/" + id, card("Иной"), person.path("version").asLong());
            ledger.note(Thing.PERSON, changed.status() == 412 && changed.repeated() ? changedBefore(path + "/" + id) : changed.orFail());
        }
        return id;
    }

    /// The change was carried out, and its answer lost.
    private JsonNode changedBefore(String path) {
        var now = caller.get(path).orFail();
        if (!now.path("firstName").asString().equals("Иной")) {
            throw new AssertionError("Refused as stale and not changed: " + path);
        }
        return now;
    }

    private Map<String, Object> card(String firstName) {
        return Map.of("lastName", "Педагог", "firstName", firstName, "patronymic", name + "-" + round, "posts", List.of(
                Map.of("organisationId", stage.school(), "position", "TEACHER", "since", "2020-09-01")));
    }

    /// Diagnostics refuses whom it has not heard of; then it is tried in the next round.
    private void workWith(UUID person) {
        var result = caller.post("/api/diagnostics/v1/results", Map.of("personId", person, "procedure", "ENTRY_2026",
                "provider", "CNPPM", "takenOn", stage.today(), "scores",
                List.of(Map.of("competence", stage.competence(), "points", 30, "maximum", 100))));
        if (result.status() == 422) {
            return;
        }
        ledger.note(Thing.RESULT, result.orFail());
        waiting.removeFirst();
        if (round % 7 == 0) {
            destroy(person);
            ledger.noteGone(Thing.RESULT, id(result.body()));
            return;
        }
        if (round % 5 == 0) {
            annul(result.body());
        }
        attempt(Thing.REGISTRATION, "/api/events/v1/events/" + stage.event() + "/registrations", Map.of("personId", person));
        attempt(Thing.ROUTE, "/api/iom/v1/routes", Map.of("personId", person, "from", stage.today(), "until", stage.today().plusMonths(9)));
    }

    /// Wherever the person was told by then, and wherever what told of them is still under way.
    private void destroy(UUID person) {
        var answer = caller.change("PUT", "/api/registry/v1/people/" + person + "/destruction", Map.of("reason", "Отзыв согласия"), 0);
        if (answer.status() != 404 || !answer.repeated()) {
            answer.orFail();
        }
        ledger.noteDestroyed(person);
    }

    private void annul(JsonNode result) {
        var answer = caller.change("DELETE", "/api/diagnostics/v1/results/" + id(result), null, result.path("version").asLong());
        if (answer.status() != 404 || !answer.repeated()) {
            answer.orFail();
        }
        ledger.noteGone(Thing.RESULT, id(result));
    }

    /// What is refused, because events or iom have not heard enough yet, must not be there afterwards either.
    private void attempt(Thing thing, String path, Map<String, Object> body) {
        var answer = caller.post(path, body);
        if (answer.status() < 400) {
            ledger.note(thing, answer.body());
        } else if (answer.status() != 404 && answer.status() != 409 && answer.status() != 422) {
            answer.orFail();
        }
    }

    static UUID id(JsonNode thing) {
        return UUID.fromString(thing.path("id").asString());
    }
}
