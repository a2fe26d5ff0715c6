package ru.nms.registry.site;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;

/// The calendar of a site's places, and counts of sites and internships.
@RestController
@RequestMapping("/api/registry/v1")
class SiteFiguresResource {

    private static final int MOST_DAYS = 366;

    record Calendar(List<Day> days) {}

    record Day(LocalDate day, int capacity, long taken, long free) {

        static Day of(InternshipStore.Day it) {
            return new Day(it.day(), it.capacity(), it.taken(), Math.max(0, it.capacity() - it.taken()));
        }
    }

    private final SiteFiguresStore figures;
    private final InternshipStore store;

    SiteFiguresResource(SiteFiguresStore figures, InternshipStore store) {
        this.figures = figures;
        this.store = store;
    }

    /// Places of a site, day by day: how many there are, and how many are taken.
    @Allow(anyoneSignedIn = true)
    @GetMapping("/sites/{id}/calendar")
    Mono<Calendar> calendar(@PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
            return Mono.error(() -> Refusal.malformed(Fault.at("to", "out-of-range", from, from.plusDays(MOST_DAYS))));
        }
        return store.sitesWith(id).filter(found -> found > 0).switchIfEmpty(Mono.error(() -> Refusal.notFound("sites")))
                .flatMap(found -> store.days(id, from, to, id).map(Day::of).collectList().map(Calendar::new));
    }

    /// Sites and internships of a year.
    @Allow(everyone = true)
    @GetMapping("/site-statistics")
    Mono<SiteFiguresStore.Figures> figures(@RequestParam @Min(2000) @Max(2100) int year) {
        return figures.of(year);
    }
}
