package ru.nms.diagnostics.campaign;

import java.time.Clock;
import java.util.Set;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.campaign.Campaign.Audience;
import ru.nms.diagnostics.campaign.Campaign.Status;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.instrument.Papers;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.diagnostics.scoring.TaskKind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Change;

/// What a campaign must be like, and when it may change.
@Component
class CampaignRules {

    /// The occasions that belong to a programme (DIA-017).
    private static final Set<String> OF_PROGRAMMES = Set.of("PROGRAM_INTERIM", "PROGRAM_FINAL");
    private static final int JUDGES = 3;

    private final Rulebook rules;
    private final Papers papers;
    private final CampaignStore store;
    private final Clock clock;

    CampaignRules(Rulebook rules, Papers papers, CampaignStore store, Clock clock) {
        this.rules = rules;
        this.papers = papers;
        this.store = store;
        this.clock = clock;
    }

    Faults alone(Change<Campaign> change) {
        var it = change.after();
        if (change.before() != null && change.before().state() == it.state()) {
            mayChange(change.before(), it);
        }
        var faults = new Faults().unless(it.endsAt().isAfter(it.startsAt()), Fault.at("/endsAt", "ends-before-start"))
                .unless(it.audience() != Audience.LIST || !it.personIds().isEmpty(), Fault.at("/personIds", "required"))
                .unless(it.audience() == Audience.LIST || it.personIds().isEmpty(), Fault.at("/personIds", "not-allowed"));
        occasion(faults, it);
        return faults;
    }

    /// What was announced stays; it may only last longer, and have more judges.
    private static void mayChange(Campaign before, Campaign after) {
        boolean open = before.state() == Status.DRAFT || before.state() == Status.ANNOUNCED && before.saysTheSameAs(after)
                && !after.endsAt().isBefore(before.endsAt()) && after.judgeIds().containsAll(before.judgeIds());
        if (!open) {
            throw Refusal.conflict("wrong-status", before.state().name()).with("possible", Campaign.MOVES.possible(before.state()));
        }
    }

    private void occasion(Faults faults, Campaign it) {
        var occasion = it.occasion();
        if (occasion != null) {
            var known = rules.occasions(rules.today());
            faults.unless(known.adopted(), Fault.at("/occasion", "not-adopted", "diagnostics.occasions").under("DIA-016"))
                    .unless(!known.adopted() || known.codes().contains(occasion),
                            Fault.at("/occasion", "outside-profile", String.join(", ", known.codes())).under("DIA-016"));
        }
        boolean ofProgramme = occasion != null && OF_PROGRAMMES.contains(occasion);
        faults.unless(!ofProgramme || it.programmeId() != null, Fault.at("/programmeId", "required").under("DIA-017"))
                .unless(ofProgramme || it.programmeId() == null, Fault.at("/programmeId", "not-allowed").under("DIA-017"));
    }

    Mono<Faults> among(Change<Campaign> change) {
        var it = change.after();
        var before = change.before();
        if (before != null && before.state() == Status.DRAFT && it.state() == Status.ANNOUNCED) {
            return announcement(it);
        }
        return it.personIds().isEmpty() ? Mono.just(new Faults()) : store.unknown(it.personIds())
                .map(unknown -> new Faults().unless(unknown.isEmpty(), Fault.at("/personIds", "unknown-person")));
    }

    private Mono<Faults> announcement(Campaign it) {
        return papers.of(it.instrumentId()).zipWith(store.inForce(it.instrumentId()))
                .map(found -> new Faults()
                        .unless(found.getT2(), Fault.at("/instrumentId", "not-in-force"))
                        .unless(it.endsAt().isAfter(clock.instant()), Fault.at("/endsAt", "future"))
                        .unless(!isJudged(found.getT1()) || it.judgeIds().size() >= JUDGES,
                                Fault.at("/judgeIds", "size", JUDGES, 500)));
    }

    private static boolean isJudged(Paper paper) {
        return paper.tasks().stream().anyMatch(task -> task.kind() == TaskKind.OPEN);
    }

    /// Actions that time allows or not.
    Campaign cancelled(Campaign it) {
        if (it.state() == Status.ANNOUNCED && !it.startsAt().isAfter(clock.instant())) {
            throw Refusal.conflict("campaign.started");
        }
        return it.cancelled();
    }

    Campaign published(Campaign it) {
        if (it.state() == Status.ANNOUNCED && it.endsAt().isAfter(clock.instant())) {
            throw Refusal.conflict("campaign.not-ended", it.endsAt());
        }
        return it.published(clock.instant());
    }
}
