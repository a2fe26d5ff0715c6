package ru.nms.diagnostics.attempt;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Ends attempts whose time is up, while the service runs.
@Service
class AttemptClockService implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AttemptClockService.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AttemptService attempts;
    private volatile @Nullable Disposable work;

    AttemptClockService(AttemptService attempts) {
        this.attempts = attempts;
    }

    @Override
    public void start() {
        work = Flux.interval(PAUSE).onBackpressureDrop().concatMap(tick -> attempts.submitOverdue().onErrorResume(failure -> {
            log.warn("Attempts could not be ended; trying again: {}", failure.getClass().getName());
            return Mono.empty();
        }), 1).subscribe();
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
