package ru.nms.registry.rma;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.region.RegionCalendar;

/// The page «Методический актив», for readers without a token: active regional methodists, public fields only.
@RestController
@RequestMapping("/api/registry/v1/methodical-body")
class MethodicalBodyResource {

    private final RmaStore store;
    private final RegionCalendar calendar;

    MethodicalBodyResource(RmaStore store, RegionCalendar calendar) {
        this.store = store;
        this.calendar = calendar;
    }

    /// Active regional methodists, public fields only.
    @Allow(everyone = true)
    @GetMapping
    Mono<Page<RmaStore.PublicMethodist>> list(@OfList(RmaStore.class) ListRequest request) {
        return store.active(request, calendar.today());
    }
}
