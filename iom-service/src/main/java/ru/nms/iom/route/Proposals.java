package ru.nms.iom.route;

import static ru.nms.iom.route.RouteItem.Kind.EVENT;
import static ru.nms.iom.route.RouteItem.Kind.MENTORING;
import static ru.nms.iom.route.RouteItem.Kind.PRACTICE;
import static ru.nms.iom.route.RouteItem.Kind.PROGRAMME;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.iom.need.Deficit;
import ru.nms.iom.offer.Offer;
import ru.nms.platform.time.Ids;

/// What a new route proposes. No source says which means fit which deficit, so this is the product's default: the
/// heavier the deficit, the more of them. Events that are already announced are proposed by name.
///
/// @param until last day of the route, the term of items that name no event
/// @param days  the region's calendar
record Proposals(RouteRules rules, LocalDate until, Function<Instant, LocalDate> days) {

    /// By the region's own levels: the heaviest takes all means, the lightest of several an event.
    private List<RouteItem.Kind> means(String level) {
        var levels = rules.region().diagnostics().thresholds().levels();
        int place = levels.indexOf(level);
        return place == 0 ? List.of(PROGRAMME, EVENT, MENTORING)
                : place == levels.size() - 1 ? List.of(EVENT) : List.of(PROGRAMME, EVENT);
    }

    /// Without a deficit the route is one of development: sharing one's own experience is proposed, the rest is theirs.
    List<RouteItem> items(List<Deficit> deficits, List<Offer> offers) {
        if (deficits.isEmpty()) {
            return rules.row(PRACTICE).stream().map(row -> development(row.code(), row.title())).toList();
        }
        var items = new ArrayList<RouteItem>();
        Set<UUID> named = new HashSet<>();
        for (var deficit : deficits) {
            means(deficit.level()).forEach(kind -> items.addAll(kind == EVENT
                    ? events(deficit, offers, named) : any(kind, deficit).toList()));
        }
        return items;
    }

    /// An event is named once, for the heaviest deficit it works on.
    private List<RouteItem> events(Deficit deficit, List<Offer> offers, Set<UUID> named) {
        var fitting = offers.stream()
                .filter(offer -> offer.competences().contains(deficit.competence()) && named.add(offer.eventId())).toList();
        return (fitting.isEmpty() ? any(EVENT, deficit)
                : fitting.stream().flatMap(offer -> event(deficit, offer))).toList();
    }

    private Stream<RouteItem> event(Deficit deficit, Offer offer) {
        return rules.row(EVENT).stream().map(row -> item(row.code(), EVENT, offer.title(), deficit, offer.eventId(),
                days.apply(offer.endsAt())));
    }

    private Stream<RouteItem> any(RouteItem.Kind kind, Deficit deficit) {
        return rules.row(kind).stream().map(row -> item(row.code(), kind,
                row.title() + ": " + rules.region().label(deficit.competence()), deficit, null, until));
    }

    private RouteItem item(String section, RouteItem.Kind kind, String title, Deficit deficit, @Nullable UUID event,
                           LocalDate due) {
        return new RouteItem(Ids.next(), section, kind, title, RouteItem.Status.PLANNED, deficit.id(),
                deficit.competence(), deficit.level(), deficit.openedOn(), null, event, due, rules.mode(kind), null,
                null, null, null);
    }

    private RouteItem development(String section, String title) {
        return new RouteItem(Ids.next(), section, PRACTICE, title, RouteItem.Status.PLANNED, null, null, null, null,
                "Развитие: дефициты не выявлены", null, until, rules.mode(PRACTICE), null, null, null, null);
    }
}
