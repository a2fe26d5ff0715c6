package ru.nms.diagnostics.campaign;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import ru.nms.platform.tx.Tx;

/// What is decided about campaigns, and what time decides: when one has ended, those who did not come are marked.
@Service
class CampaignService implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CampaignService.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Register<Campaign> register;
    private final Registers registers;
    private final CampaignRules rules;
    private final ParticipationService participations;
    private final Clock clock;
    private final Tx tx;
    private volatile @Nullable Disposable work;

    CampaignService(Register<Campaign> register, Registers registers, CampaignRules rules, ParticipationService participations,
                    Clock clock, Tx tx) {
        this.register = register;
        this.registers = registers;
        this.rules = rules;
        this.participations = participations;
        this.clock = clock;
        this.tx = tx;
    }

    /// The campaign and its invitations stand together or not at all.
    Mono<Entry<Campaign>> announce(Caller caller, UUID id, IfMatch match) {
        return tx.run(change(caller, id, match, campaign -> campaign.announced(clock.instant()))
                .delayUntil(entry -> participations.invite(id, entry.content().audience())));
    }

    Mono<Entry<Campaign>> cancel(Caller caller, UUID id, IfMatch match) {
        return change(caller, id, match, rules::cancelled);
    }

    Mono<Entry<Campaign>> publish(Caller caller, UUID id, IfMatch match) {
        return tx.run(change(caller, id, match, rules::published).delayUntil(entry -> rules.mustBeSettled(id)));
    }

    private Mono<Entry<Campaign>> change(Caller caller, UUID id, IfMatch match, UnaryOperator<Campaign> next) {
        return registers.change(register, caller, id, match, next);
    }

    @Override
    public void start() {
        work = Flux.interval(PAUSE).onBackpressureDrop().concatMap(tick -> participations.closeEnded()
                .onErrorResume(failure -> {
                    log.warn("Ended campaigns could not be closed; trying again: {}", failure.getClass().getName());
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
