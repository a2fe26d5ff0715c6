package ru.nms.monitoring.indicator;

import java.time.Duration;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.region.RegionCalendar;

/// Keeps the values up to date while the service runs: looks for marks a few times a second, so that a burst of facts
/// is counted once. A new day changes who is employed, so it puts everything out of date; so does a start.
@Service
class RecomputeService implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RecomputeService.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofSeconds(5);   // after a failure

    private final ValueService values;
    private final RegionCalendar calendar;
    private volatile @Nullable LocalDate marked;
    private volatile @Nullable Disposable work;

    RecomputeService(ValueService values, RegionCalendar calendar) {
        this.values = values;
        this.calendar = calendar;
    }

    @Override
    public void start() {
        work = Flux.interval(PAUSE).onBackpressureDrop().concatMap(tick -> once(), 1).subscribe();
    }

    private Mono<Void> once() {
        return Mono.defer(() -> startDay(calendar.today()))
                .then(Mono.defer(values::catchUp))
                .onErrorResume(failure -> {
                    log.warn("Indicator values could not be brought up to date; trying again: {}", failure.toString());
                    return Mono.delay(REST).then();
                });
    }

    private Mono<Void> startDay(LocalDate today) {
        return today.equals(marked) ? Mono.empty() : values.markAll().doOnSuccess(done -> marked = today);
    }

    @Override
    public void stop() {
        var running = work;
        if (running != null) {
            running.dispose();
        }
        work = null;
    }

    @Override
    public boolean isRunning() {
        return work != null;
    }
}
