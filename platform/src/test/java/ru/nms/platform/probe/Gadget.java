package ru.nms.platform.probe;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Reference;
import ru.nms.platform.register.Register;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;

/// What the probe keeps a register of.
///
/// @param state that callers cannot set
/// @param tag   that comes from elsewhere
public record Gadget(@NotBlank @Size(max = 100) String title, @Nullable @Size(max = 20) String colour,
                     @Nullable UUID makerId, @Size(max = 5) List<UUID> partIds, int weight, @Nullable String state,
                     @Nullable String tag) {

    /// Things by title, and by title with the id in parentheses. Nobody may name a hidden one.
    private static final Reference THING = new Reference("thing", "thing r",
            caller -> new Scope.Condition("NOT r.deleted AND r.title NOT LIKE 'hidden%'", Map.of()),
            "ARRAY[fold_name(r.title), fold_name(r.title) || ' (' || CAST(r.id AS text) || ')']",
            "fold_name(r.title) = ANY (:bare) AND NOT r.deleted", "r.title");

    public Gadget {
        partIds = List.copyOf(Objects.requireNonNullElse(partIds, List.of()));
    }

    public Gadget(String title, @Nullable String colour, @Nullable UUID makerId, List<UUID> partIds, int weight) {
        this(title, colour, makerId, partIds, weight, null, null);
    }

    public Gadget in(String state) {
        return new Gadget(title, colour, makerId, partIds, weight, state, tag);
    }

    private Gadget tagged(String tag) {
        return new Gadget(title, colour, makerId, partIds, weight, state, tag);
    }

    /// A municipality sees the red ones; who may keep one, keeps what weighs less than 100.
    public static Register<Gadget> register(Supplier<String> tag) {
        return Register.of("gadgets", "gadget", Gadget.class)
                .key(it -> it.title().startsWith("Spare ") ? null : Stream.of(it.title()))
                .words(it -> Stream.of(it.title(), it.colour()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT).filter("colour", "e.colour = :colour", Kind.TEXT))
                .open("q")
                .refers("makerId", THING).refers("partIds", THING)
                .shows("parts", "cardinality(e.part_ids)")
                .own("state", "NEW").own("tag", null)
                .derived(all -> Mono.just(all.stream().map(it -> it.content().tagged(tag.get())).toList()))
                .columns(Columns.of(Column.text("title", "Название").mandatory(), Column.text("colour", "Цвет"),
                        Column.text("maker", "Изготовитель"), Column.text("part", "Части").multiple(),
                        Column.of("weight", Column.Kind.INTEGER, "Вес")))
                .seen(caller -> new Scope.Condition(caller.is(Role.COORDINATOR) ? "TRUE" : "e.colour = 'red'", Map.of()))
                .kept((caller, change) -> caller.is(Role.COORDINATOR) || change.after().weight() < 100)
                .rules(change -> new Faults().unless(change.after().weight() >= 0, Fault.at("/weight", "not-negative")))
                .facts(change -> Mono.just(new Faults().unless(!change.after().title().contains("impossible"),
                        Fault.at("/title", "invalid"))))
                .announced(ThingChanged.TOPIC, (entry, stamp) -> new ThingChanged(stamp.eventId(), entry.id(), stamp.epoch(),
                        entry.version(), stamp.occurredAt(), entry.content().title()));
    }
}
