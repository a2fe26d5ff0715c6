package ru.nms.monitoring.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.IndicatorValueChanged;
import ru.nms.monitoring.learnt.MarkStore;
import ru.nms.monitoring.learnt.MarkStore.Mark;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.ReportingPeriod.Span;
import ru.nms.platform.tx.Tx;

/// Brings the values of the periods that are out of date up to date, and announces those that changed.
@Service
class ValueService {

    private final Catalogue catalogue;
    private final RegionCalendar calendar;
    private final MarkStore marks;
    private final ValueStore values;
    private final Outbox outbox;
    private final Tx tx;

    ValueService(RegionProfile profile, RegionCalendar calendar, MarkStore marks, ValueStore values, Outbox outbox, Tx tx) {
        this.catalogue = new Catalogue(profile);
        this.calendar = calendar;
        this.marks = marks;
        this.values = values;
        this.outbox = outbox;
        this.tx = tx;
    }

    Mono<Void> markAll() {
        return tx.run(marks.everyPeriod());
    }

    Mono<Void> catchUp() {
        return marks.any().filter(Boolean::booleanValue).flatMap(any -> tx.run(values.lock()
                .filter(Boolean::booleanValue)
                .flatMap(mine -> marks.take())
                .flatMapMany(taken -> Flux.fromIterable(periods(taken, calendar.today())))
                .concatMap(this::recompute)
                .collectList()
                .flatMap(this::announce)));
    }

    private List<Span> periods(List<Mark> taken, LocalDate today) {
        var all = catalogue.periods(today);
        return taken.stream().anyMatch(mark -> mark.day() == null) ? all
                : all.stream().filter(span -> taken.stream().anyMatch(mark -> holds(span, mark))).toList();
    }

    private static boolean holds(Span span, Mark mark) {
        var day = mark.day();
        return day != null && !day.isBefore(span.from()) && day.isBefore(span.until());
    }

    /// A period that is over is measured on its last day, the present one today.
    private Flux<Value> recompute(Span span) {
        var last = span.until().minusDays(1);
        var today = calendar.today();
        return values.recompute(span, last.isBefore(today) ? last : today, catalogue.within(span));
    }

    private Mono<Void> announce(List<Value> changed) {
        return changed.isEmpty() ? Mono.empty()
                : outbox.addAll(IndicatorValueChanged.TOPIC, changed.stream().map(ValueService::event).toList());
    }

    private static Function<Stamp, IndicatorValueChanged> event(Value it) {
        return stamp -> new IndicatorValueChanged(stamp.eventId(), it.id(), stamp.epoch(), it.version(),
                stamp.occurredAt(), it.code(), it.canonical(), it.territory(), it.periodFrom(), it.periodUntil(),
                it.numerator(), it.denominator());
    }
}
