package ru.nms.iom.route;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.iom.person.Actor;

/// A route as people see it.
///
/// @param possible what this caller can do with it now, named like the addresses
@JsonInclude(JsonInclude.Include.NON_NULL)
record RouteView(UUID id, long version, Instant createdAt, Instant changedAt, UUID personId, @Nullable Name person,
                 @Nullable UUID organisationId, @Nullable UUID municipalityId, @Nullable String position,
                 LocalDate from, LocalDate until, Route.Status status, Basis basis, @Nullable String remarks,
                 @Nullable LocalDate approvedOn, @Nullable LocalDate completedOn, Quality quality,
                 @Nullable List<Item> items, @Nullable List<String> possible) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Name(String lastName, String firstName, @Nullable String patronymic) {}

    /// How far the route is: items done of those not cancelled, and how many reflective reports there are.
    record Quality(long items, long done, long cancelled, long reflections) {

        static Quality of(List<RouteItem> items) {
            return new Quality(items.size(), count(items, RouteItem.Status.DONE), count(items, RouteItem.Status.CANCELLED),
                    items.stream().filter(item -> item.reflection() != null).count());
        }

        private static long count(List<RouteItem> items, RouteItem.Status status) {
            return items.stream().filter(item -> item.status() == status).count();
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(UUID id, String section, RouteItem.Kind kind, String title, RouteItem.Status status,
                @Nullable UUID deficitId, @Nullable String competence, @Nullable String level, String reason,
                @Nullable String goal, @Nullable UUID eventId, @Nullable LocalDate due, @Nullable String mode,
                @Nullable String form, @Nullable Integer hours, RouteItem.@Nullable Evidence evidence,
                @Nullable String reflection) {

        static Item of(RouteItem item, RouteWords words) {
            return new Item(item.id(), item.section(), item.kind(), item.title(), item.status(), item.deficitId(),
                    item.competence(), item.level(), words.reason(item), item.goal(), item.eventId(), item.due(),
                    item.mode(), item.form(), item.hours(), item.evidence(), item.reflection());
        }
    }

    static RouteView of(RegisterStore.Entry entry, Set<Actor> actors, RouteWords words) {
        return view(entry, entry.route().items().stream().map(item -> Item.of(item, words)).toList(),
                RouteAction.possible(entry.route().status(), actors));
    }

    /// One line of the register: without items.
    static RouteView line(RegisterStore.Entry entry) {
        return view(entry, null, null);
    }

    private static RouteView view(RegisterStore.Entry entry, @Nullable List<Item> items, @Nullable List<String> possible) {
        var route = entry.route();
        return new RouteView(route.id(), route.version(), route.createdAt(), route.changedAt(), route.personId(),
                name(entry), entry.organisationId(), entry.municipalityId(), entry.position(), route.from(),
                route.until(), route.status(), route.basis(), route.remarks(), route.approvedOn(), route.completedOn(),
                Quality.of(route.items()), items, possible);
    }

    private static @Nullable Name name(RegisterStore.Entry entry) {
        return entry.lastName() == null ? null
                : new Name(entry.lastName(), Objects.requireNonNullElse(entry.firstName(), ""), entry.patronymic());
    }
}
