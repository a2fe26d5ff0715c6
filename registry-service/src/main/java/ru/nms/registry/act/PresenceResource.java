package ru.nms.registry.act;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.registry.act.PresenceStore.Municipality;
import ru.nms.registry.act.PresenceStore.Presence;

/// Which acts and agreements are there, and which are missing.
@RestController
@RequestMapping("/api/registry/v1")
class PresenceResource {

    record Report<T>(LocalDate on, List<T> items) {}

    private final PresenceStore store;
    private final RegionCalendar calendar;

    PresenceResource(PresenceStore store, RegionCalendar calendar) {
        this.store = store;
        this.calendar = calendar;
    }

    /// The acts that the region requires, and whether each is there on the day.
    @Allow(anyoneSignedIn = true)
    @GetMapping("/act-presence")
    Mono<Report<Presence>> acts(@RequestParam(required = false) @Nullable LocalDate on) {
        var day = on == null ? calendar.today() : on;
        return store.acts(day).collectList().map(items -> new Report<>(day, items));
    }

    /// Municipalities without an agreement in force on the day.
    @Allow({Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/municipalities-without-agreement")
    Mono<Report<Municipality>> withoutAgreement(@RequestParam(required = false) @Nullable LocalDate on) {
        var day = on == null ? calendar.today() : on;
        return store.withoutAgreement(day).collectList().map(items -> new Report<>(day, items));
    }
}
