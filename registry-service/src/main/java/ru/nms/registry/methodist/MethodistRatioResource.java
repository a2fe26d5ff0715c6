package ru.nms.registry.methodist;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.region.RegionCalendar;

/// How many teachers there are to one methodist.
@RestController
@RequestMapping("/api/registry/v1/methodist-ratios")
class MethodistRatioResource {

    record Ratios(MethodistRatioStore.Ratio regional, MethodistRatioStore.Ratio municipal) {}

    private final MethodistRatioStore store;
    private final RegionCalendar calendar;

    MethodistRatioResource(MethodistRatioStore store, RegionCalendar calendar) {
        this.store = store;
        this.calendar = calendar;
    }

    /// Teachers to one regional and to one municipal methodist on the day.
    @Allow(anyoneSignedIn = true)
    @GetMapping
    Mono<Ratios> ratios(@RequestParam(required = false) @Nullable LocalDate on) {
        var day = on == null ? calendar.today() : on;
        return Mono.zip(store.regional(day), store.municipal(day), Ratios::new);
    }
}
