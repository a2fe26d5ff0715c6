package ru.nms.registry.quality;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.tx.Tx;
import ru.nms.registry.quality.QualityStore.Counted;
import ru.nms.registry.quality.QualityStore.Finding;

/// Runs the checks: each day once in the whole service, and whenever somebody asks.
@Service
class QualityService implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(QualityService.class);
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final Map<String, QualityCheck> checks = new TreeMap<>();
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();
    private final QualityStore store;
    private final RegionCalendar calendar;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Tx tx;
    private volatile Disposable work = Disposables.disposed();

    QualityService(List<QualityCheck> checks, QualityStore store, RegionCalendar calendar, Clock clock, MeterRegistry meters, Tx tx) {
        checks.forEach(check -> this.checks.put(check.code(), check));
        this.store = store;
        this.calendar = calendar;
        this.clock = clock;
        this.meters = meters;
        this.tx = tx;
    }

    /// @param counted absent before the first run
    record Known(QualityCheck check, @Nullable Counted counted) {}

    Mono<List<Known>> catalogue() {
        return store.newest().collectMap(Counted::check)
                .map(counted -> checks.values().stream().map(check -> new Known(check, counted.get(check.code()))).toList());
    }

    /// Counts everything now. Each check is a statement of its own: one that takes long holds nothing up but itself.
    Mono<List<Known>> run() {
        return Flux.fromIterable(checks.values()).concatMap(this::count).then(Mono.defer(this::catalogue));
    }

    private Mono<Void> count(QualityCheck check) {
        return tx.run(store.count(check, null)
                .doOnNext(findings -> gauge(check).set(findings))
                .flatMap(findings -> store.keep(check.code(), calendar.today(), findings, clock.instant())));
    }

    private AtomicLong gauge(QualityCheck check) {
        return gauges.computeIfAbsent(check.code(), code -> {
            var findings = new AtomicLong();
            meters.gauge("nms.quality.findings", Tags.of("check", code, "severity", check.severity().name()), findings);
            return findings;
        });
    }

    /// The day's run, if no process has taken it yet.
    Mono<Boolean> runDaily() {
        return store.claim(calendar.today(), clock.instant())
                .flatMap(mine -> mine ? run().thenReturn(true) : Mono.just(false));
    }

    Mono<List<Finding>> findings(String code, @Nullable UUID municipality, @Nullable UUID after, int limit) {
        var check = checks.get(code);
        return check == null ? Mono.error(Refusal.notFound("quality-check"))
                : store.findings(check, municipality, after, limit).collectList();
    }

    Mono<Long> count(String code, @Nullable UUID municipality) {
        var check = checks.get(code);
        return check == null ? Mono.error(Refusal.notFound("quality-check")) : store.count(check, municipality);
    }

    @Override
    public void start() {
        work = Flux.interval(LOOK, LOOK).onBackpressureDrop()
                .concatMap(tick -> runDaily().onErrorResume(e ->
                        Mono.fromRunnable(() -> LOG.warn("The checks of the day wait: {}", e.getClass().getName()))), 1)
                .subscribe();
    }

    @Override
    public void stop() {
        work.dispose();
    }

    @Override
    public boolean isRunning() {
        return !work.isDisposed();
    }
}
