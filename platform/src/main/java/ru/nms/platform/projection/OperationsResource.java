package ru.nms.platform.projection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;
import ru.nms.platform.problem.Refusal;

/// What an operator does to projections. Long work: one at a time.
@RestController
@RequestMapping("/api/${nms.service.name}/v1/projections")
class OperationsResource {

    private final ProjectionRunner runner;
    private final Rebuild rebuild;
    private final Replay replay;
    private final Progress progress;
    private final AtomicBoolean busy = new AtomicBoolean();

    OperationsResource(ProjectionRunner runner, Rebuild rebuild, Replay replay, Progress progress) {
        this.runner = runner;
        this.rebuild = rebuild;
        this.replay = replay;
        this.progress = progress;
    }

    record Learning(List<String> topics, List<Progress.Learnt> learnt) {}

    /// What the service listens to, and what it has learnt so far.
    @Allow(Role.ADMIN)
    @GetMapping
    Mono<Learning> list() {
        var topics = runner.projections().stream().map(projection -> projection.topic().name()).sorted().toList();
        return progress.all().collectList().map(learnt -> new Learning(topics, learnt));
    }

    /// Builds the copy anew from the beginning of the topic; readers see the old one until the new one is complete.
    @Allow(Role.ADMIN)
    @PostMapping("/{topic}/rebuild")
    Mono<Map<String, Object>> rebuild(@PathVariable String topic) {
        var projection = find(topic);
        return alone(() -> {
            rebuild.run(projection);
            return Map.of("topic", topic);
        });
    }

    /// Tries parked records again.
    @Allow(Role.ADMIN)
    @PostMapping("/{topic}/replay")
    Mono<Map<String, Object>> replay(@PathVariable String topic) {
        var projection = find(topic);
        return alone(() -> Map.of("topic", topic, "tried", replay.run(projection)));
    }

    private Mono<Map<String, Object>> alone(java.util.function.Supplier<Map<String, Object>> work) {
        if (!busy.compareAndSet(false, true)) {
            return Mono.error(Refusal.conflict("operation-running"));
        }
        return Mono.fromSupplier(work)
                .subscribeOn(Schedulers.boundedElastic())
                .doFinally(end -> busy.set(false));
    }

    private Projection<?> find(String topic) {
        return runner.projections().stream()
                .filter(projection -> projection.topic().name().equals(topic))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("topic"));
    }
}
