package ru.nms.platform.tx;

import java.time.Duration;
import java.util.List;

import org.springframework.context.SmartLifecycle;

import reactor.core.publisher.Flux;

/// Runs the [AtStart] work before the web server opens its port. A failure ends the start.
final class StartRunner implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<AtStart> works;
    private volatile boolean running;

    StartRunner(List<AtStart> works) {
        this.works = works;
    }

    /// Blocks on purpose: nobody is served yet.
    @Override
    public void start() {
        Flux.fromIterable(works).concatMap(AtStart::run).then().block(PATIENCE);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;   // the web server starts in a far later phase
    }
}
