package ru.nms.iom.route;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.iom.need.Deficit;
import ru.nms.iom.need.NeedStore;
import ru.nms.iom.offer.Offer;
import ru.nms.iom.offer.OfferStore;
import ru.nms.iom.route.RouteCommand.Edit;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;

/// Proposes items from what is known of needs and announced events.
@Service
class ProposalService {

    private final NeedStore needs;
    private final OfferStore offers;
    private final RouteService routes;
    private final RouteWriteService write;
    private final RegionProfile region;
    private final RegionCalendar calendar;

    ProposalService(NeedStore needs, OfferStore offers, RouteService routes, RouteWriteService write,
                    RegionProfile region, RegionCalendar calendar) {
        this.needs = needs;
        this.offers = offers;
        this.routes = routes;
        this.write = write;
        this.region = region;
        this.calendar = calendar;
    }

    /// For a new route: all open deficits; without one, a route of development.
    Mono<List<RouteItem>> all(UUID person, LocalDate from, LocalDate until) {
        return needs.open(person).collectList().flatMap(deficits -> propose(deficits, from, until, Set.of()));
    }

    /// Adds what is missing for deficits that the route says nothing about, for example because they were found after
    /// it was drawn up. Nothing is missing: nothing changes.
    Mono<Void> supplement(Caller caller, UUID id, IfMatch match) {
        return routes.edit(caller, id, match, RouteAction.ITEMS, route -> needs.open(route.personId())
                .filter(deficit -> route.items().stream().noneMatch(item -> deficit.id().equals(item.deficitId())))
                .collectList()
                .flatMap(missing -> missing.isEmpty() ? Mono.just(List.<RouteItem>of())
                        : propose(missing, route.from(), route.until(), named(route)))
                .map(fresh -> new Edit(joined(route, fresh))));
    }

    private static List<RouteItem> joined(Route route, List<RouteItem> fresh) {
        var items = new ArrayList<>(route.items());
        items.addAll(fresh);
        return items;
    }

    /// An event is named in one item only.
    private static Set<UUID> named(Route route) {
        return route.items().stream().map(RouteItem::eventId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private Mono<List<RouteItem>> propose(List<Deficit> deficits, LocalDate from, LocalDate until, Set<UUID> named) {
        var proposals = new Proposals(RouteRules.of(region, calendar.today()), until,
                instant -> LocalDate.ofInstant(instant, calendar.clock().getZone()));
        return offers(deficits, from, until).map(found -> proposals.items(deficits,
                found.stream().filter(offer -> !named.contains(offer.eventId())).toList()));
    }

    private Mono<List<Offer>> offers(List<Deficit> deficits, LocalDate from, LocalDate until) {
        var competences = deficits.stream().map(Deficit::competence).collect(Collectors.toSet());
        return competences.isEmpty() ? Mono.just(List.of()) : offers.upcoming(competences,
                Collections.max(List.of(write.now(), start(from))), start(until.plusDays(1))).collectList();
    }

    /// When the day begins in the region.
    private Instant start(LocalDate day) {
        return day.atStartOfDay(calendar.clock().getZone()).toInstant();
    }
}
