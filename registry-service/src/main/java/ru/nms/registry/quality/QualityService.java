package ru.nms.registry.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import ru.nms.registry.quality.QualityStore.Failure;
import ru.nms.registry.quality.QualityStore.Finding;

/// Runs the checks: each day once in the whole service, and whenever somebody asks.
@Service
class QualityService implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(QualityService.class);
    private static final Duration LOOK = Duration.ofMinutes(10);

    /// Longer than all checks take: after it a day that was begun is taken up by another process.
    private static final Duration LOST = Duration.ofHours(1);


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

    /// @param counted  absent before the first run
    /// @param failedAt when it could not be counted; absent once it could again
    record Known(QualityCheck check, @Nullable Counted counted, @Nullable Instant failedAt) {}

    Mono<List<Known>> catalogue() {
        return Mono.zip(store.newest().collectMap(Counted::check), store.failures().collectMap(Failure::check, Failure::at))
                .map(found -> checks.values().stream().map(check -> new Known(check, found.getT1().get(check.code()),
                        found.getT2().get(check.code()))).toList());
    }

    /// Counts everything now. Each check is a statement of its own: one that takes long holds nothing up but itself, and
    /// one that fails leaves the others their day.
    Mono<List<Known>> run() {
        return Flux.fromIterable(checks.values())
                .concatMap(check -> count(check).onErrorResume(e -> failed(check, e)))
                .then(Mono.defer(this::catalogue));
    }

    private Mono<Void> failed(QualityCheck check, Throwable e) {
        return Mono.fromRunnable(() -> LOG.warn("The check {} could not be counted: {}", check.code(), e.getClass().getName()))
                .then(tx.run(store.failed(check.code(), clock.instant(), e.getClass().getSimpleName())));
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
        return store.claim(calendar.today(), clock.instant(), clock.instant().minus(LOST))
                .flatMap(mine -> mine ? run().then(Mono.defer(() -> store.done(calendar.today(), clock.instant()))).thenReturn(true)
                        : Mono.just(false));
    }

    /// What was counted last, by whichever process: a new one has not counted yet.
    Mono<Void> remember() {
        return store.newest()
                .doOnNext(counted -> Optional.ofNullable(checks.get(counted.check()))
                        .ifPresent(check -> gauge(check).set(counted.findings())))
                .then();
    }

    Mono<List<Finding>> findings(String code, @Nullable UUID municipality, @Nullable UUID after, int limit) {
        var check = checks.get(code);
        return check == null ? Mono.error(Refusal.notFound("quality-check"))
                : store.findings(check, municipality, after, limit).collectList();
    }

    Flux<List<@Nullable Object>> cells(String code, @Nullable UUID municipality) {
        var check = checks.get(code);
        return check == null ? Flux.error(Refusal.notFound("quality-check")) : store.cells(check, municipality);
    }

    Mono<Long> count(String code, @Nullable UUID municipality) {
        var check = checks.get(code);
        return check == null ? Mono.error(Refusal.notFound("quality-check")) : store.count(check, municipality);
    }

    @Override
    public void start() {
        work = Flux.concat(quietly(remember()), Flux.interval(LOOK, LOOK).onBackpressureDrop().concatMap(tick -> quietly(runDaily()), 1))
                .subscribe();
    }

    private static Mono<Void> quietly(Mono<?> step) {
        return step.then().onErrorResume(e ->
                Mono.fromRunnable(() -> LOG.warn("The checks of the day wait: {}", e.getClass().getName())));
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
