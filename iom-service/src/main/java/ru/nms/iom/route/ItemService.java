package ru.nms.iom.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.iom.need.NeedStore;
import ru.nms.iom.offer.Offer;
import ru.nms.iom.offer.OfferStore;
import ru.nms.iom.route.RouteCommand.Edit;
import ru.nms.iom.route.RouteCommand.Progress;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;

/// Changes the items of a route: while it is drawn up, their content; while it is walked, their progress.
@Service
class ItemService {

    static final int MOST = 100;

    private final RouteService routes;
    private final NeedStore needs;
    private final OfferStore offers;
    private final RegionProfile region;
    private final RegionCalendar calendar;

    ItemService(RouteService routes, NeedStore needs, OfferStore offers, RegionProfile region, RegionCalendar calendar) {
        this.routes = routes;
        this.needs = needs;
        this.offers = offers;
        this.region = region;
        this.calendar = calendar;
    }

    /// The whole list anew; items with an id stay the same items.
    Mono<Void> replace(Caller caller, UUID route, IfMatch match, List<ItemContent> contents) {
        return edit(caller, route, match, contents, (before, rules) -> rules.items(contents, i -> "/items/" + i));
    }

    Mono<Void> add(Caller caller, UUID route, IfMatch match, ItemContent content) {
        if (content.id() != null) {
            throw Refusal.invalid(Fault.at("/id", "not-allowed"));
        }
        return edit(caller, route, match, List.of(content), (before, rules) -> {
            var items = new ArrayList<>(before.items());
            items.addAll(rules.items(List.of(content), i -> ""));
            return items;
        });
    }

    Mono<Void> change(Caller caller, UUID route, UUID item, IfMatch match, ItemContent content) {
        if (content.id() != null && !content.id().equals(item)) {
            throw Refusal.invalid(Fault.at("/id", "not-allowed"));
        }
        var own = new ItemContent(item, content.kind(), content.section(), content.title(), content.deficitId(),
                content.competence(), content.goal(), content.eventId(), content.due(), content.mode(), content.form(),
                content.hours());
        return edit(caller, route, match, List.of(own), (before, rules) -> {
            before.item(item);
            var fresh = rules.items(List.of(own), i -> "").getFirst();
            return before.items().stream().map(one -> one.id().equals(item) ? fresh : one).toList();
        });
    }

    Mono<Void> progress(Caller caller, UUID route, IfMatch match, Progress progress) {
        return routes.edit(caller, route, match, RouteAction.PROGRESS, before -> Mono.just(progress));
    }

    private Mono<Void> edit(Caller caller, UUID route, IfMatch match, List<ItemContent> contents,
                            BiFunction<Route, ItemRules, List<RouteItem>> items) {
        return routes.edit(caller, route, match, RouteAction.ITEMS, before -> rules(before, contents)
                .map(rules -> new Edit(bounded(items.apply(before, rules)))));
    }

    private Mono<ItemRules> rules(Route route, List<ItemContent> contents) {
        var events = contents.stream().map(ItemContent::eventId).filter(Objects::nonNull).toList();
        return needs.open(route.personId()).collectList().zipWith(offers.known(events).map(Offer::eventId).collectList(),
                (deficits, known) -> new ItemRules(RouteRules.of(region, calendar.today()), route, deficits,
                        new HashSet<>(known)));
    }

    private static List<RouteItem> bounded(List<RouteItem> items) {
        var ids = new HashSet<UUID>();
        new Refusal.Faults()
                .unless(items.size() <= MOST, Fault.at("/items", "size", 0, MOST))
                .unless(items.stream().allMatch(item -> ids.add(item.id())), Fault.at("/items", "iom.repeated-item"))
                .refuse();
        return items;
    }
}
