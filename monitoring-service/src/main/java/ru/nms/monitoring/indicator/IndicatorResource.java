package ru.nms.monitoring.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.RouteChanged;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.projection.Progress;
import ru.nms.platform.projection.Progress.Learnt;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.ReportingPeriod.Span;
import ru.nms.platform.table.Table;

/// Indicators of the region, its municipalities and organisations.
@RestController
@LearntFrom({PersonChanged.class, MunicipalityChanged.class, OrganisationChanged.class, ResultChanged.class,
        RouteChanged.class})
@RequestMapping("/api/monitoring/v1/indicators")
class IndicatorResource {

    private final Catalogue catalogue;
    private final RegionCalendar calendar;
    private final ValueStore values;
    private final Progress progress;
    private final Table<IndicatorView> table;

    IndicatorResource(RegionProfile profile, RegionCalendar calendar, ValueStore values, Progress progress) {
        this.catalogue = new Catalogue(profile);
        this.calendar = calendar;
        this.values = values;
        this.progress = progress;
        this.table = IndicatorTable.of(profile);
    }

    /// @param period the reporting period that holds the date; `until` is the first day after it
    record View(LocalDate date, String territory, Span period, List<IndicatorView> items) {}

    /// The indicators of the set in force on the date, over the reporting period that holds it.
    @Allow({Role.COORDINATOR, Role.MINISTRY, Role.MUNICIPALITY, Role.ORGANISATION})
    @GetMapping
    Tabular<View> list(Caller caller, @RequestParam Optional<LocalDate> date,
                    @RequestParam(defaultValue = "region") String territory) {
        var day = date.orElseGet(calendar::today);
        if (day.isAfter(calendar.today())) {
            throw Refusal.malformed(Fault.at("date", "not-yet"));
        }
        var place = Territory.of(territory);
        var view = values.knows(place).filter(known -> known && place.visibleTo(caller))
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("territory")))
                .flatMap(known -> view(day, place));
        return Tabular.of(view, View::items, table);
    }

    private Mono<View> view(LocalDate day, Territory place) {
        var period = catalogue.period(day);
        return values.of(place, period.year()).zipWith(learnt(), (stored, learnt) -> {
            var byCode = stored.stream().collect(Collectors.toMap(Value::code, Function.identity()));
            return new View(day, place.code(), period, catalogue.on(day).stream()
                    .map(listed -> IndicatorView.of(listed, period.year(), byCode.get(listed.indicator().code()),
                            newest(listed, learnt)))
                    .toList());
        });
    }

    private Mono<Map<String, Learnt>> learnt() {
        return progress.all().collectMap(Learnt::topic);
    }

    private static @Nullable Instant newest(Listed listed, Map<String, Learnt> learnt) {
        return Stream.of(PersonChanged.TOPIC.name(), listed.metric().topic().name())
                .flatMap(topic -> Stream.ofNullable(learnt.get(topic)))
                .map(Learnt::lastEvent).max(Instant::compareTo).orElse(null);
    }
}
