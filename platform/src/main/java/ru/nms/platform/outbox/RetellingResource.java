package ru.nms.platform.outbox;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;
import ru.nms.platform.problem.Refusal;

/// What an operator does after a restore.
@RestController
@RequestMapping("/api/${nms.service.name}/v1/retelling")
class RetellingResource {

    private final RetellingService retelling;
    private final AtomicBoolean busy = new AtomicBoolean();

    RetellingResource(RetellingService retelling) {
        this.retelling = retelling;
    }

    record Told(List<RetellingService.Said> items) {}

    /// Announces everything this service owns again. Long work, in many transactions; it goes on when the caller hangs up, and
    /// does not join the caller's transaction.
    @Allow(Role.ADMIN)
    @PostMapping
    Mono<Told> sayAll() {
        if (!busy.compareAndSet(false, true)) {
            return Mono.error(Refusal.conflict("operation-running"));
        }
        return Mono.fromFuture(() -> retelling.sayAll().doFinally(end -> busy.set(false)).toFuture(), true).map(Told::new);
    }
}
