package ru.nms.monitoring.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.IndicatorValueChanged;
import ru.nms.monitoring.learnt.MarkStore;
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

    /// One period a transaction: a large region's history does not fit into one.
    Mono<Void> catchUp() {
        return marks.any().filter(Boolean::booleanValue)
                .flatMapMany(any -> one().expand(done -> done ? one() : Mono.empty()))
                .then();
    }

    /// False when there is nothing left to do, and while another process does it.
    private Mono<Boolean> one() {
        return Mono.defer(() -> {
            var all = catalogue.periods(calendar.today());
            return tx.run(values.lock()
                    .filter(Boolean::booleanValue)
                    .delayUntil(mine -> marks.spread(all.stream().map(Span::from).toList()))
                    .flatMap(mine -> marks.newest())
                    .delayUntil(day -> all.stream().filter(span -> holds(span, day)).findFirst()
                            .map(this::renew).orElseGet(() -> marks.take(day, day.plusDays(1))))
                    .hasElement());
        });
    }

    private static boolean holds(Span span, LocalDate day) {
        return !day.isBefore(span.from()) && day.isBefore(span.until());
    }

    private Mono<Void> renew(Span span) {
        return marks.take(span.from(), span.until())
                .thenMany(Flux.defer(() -> recompute(span)))
                .collectList()
                .flatMap(this::announce);
    }

    /// A period that is over is measured on its last day, the present one today.
    private Flux<Value> recompute(Span span) {
        var last = span.until().minusDays(1);
        var today = calendar.today();
        return values.recompute(span, last.isBefore(today) ? last : today, catalogue.within(span));
    }

    /// In the caller's transaction.
    Mono<Void> sayAgain(List<UUID> ids) {
        return values.all(ids).flatMap(this::announce);
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
