package ru.nms.diagnostics.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.campaign.Campaign.Audience;
import ru.nms.diagnostics.campaign.Campaign.Status;
import ru.nms.diagnostics.campaign.CampaignStore.Named;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.instrument.Papers;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.diagnostics.scoring.TaskKind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Entry;

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

    /// A change that leaves out who is named, which may be too many for one request, leaves them as they are.
    Mono<List<Campaign>> named(List<Entry<Campaign>> entries) {
        var silent = entries.stream().filter(entry -> !entry.content().namesAll()).map(Entry::id).toList();
        return (silent.isEmpty() ? Mono.just(Map.<UUID, Named>of()) : store.named(silent))
                .map(known -> entries.stream().map(entry -> {
                    var names = known.getOrDefault(entry.id(), Named.NOBODY);
                    return entry.content().namesAll() ? entry.content() : entry.content().naming(names.people(), names.judges());
                }).toList());
    }

    Faults alone(Change<Campaign> change) {
        var it = change.after();
        if (change.before() != null && change.before().state() == it.state()) {
            change.before().mayBecome(it, clock.instant());
        }
        var faults = new Faults().unless(it.endsAt().isAfter(it.startsAt()), Fault.at("/endsAt", "ends-before-start"))
                .unless(it.audience() != Audience.LIST || it.state() == Status.DRAFT || !it.people().isEmpty(),
                        Fault.at("/personIds", "required"))
                .unless(it.audience() == Audience.LIST || it.people().isEmpty(), Fault.at("/personIds", "not-allowed"));
        occasion(faults, it);
        return faults;
    }

    private void occasion(Faults faults, Campaign it) {
        var occasion = it.occasion();
        if (occasion != null) {
            faults.addAll(rules.occasions(rules.today()).check("/occasion", occasion, "diagnostics.occasions"));
        }
        boolean ofProgramme = occasion != null && OF_PROGRAMMES.contains(occasion);
        faults.unless(!ofProgramme || it.programmeId() != null, Fault.at("/programmeId", "required"))
                .unless(ofProgramme || it.programmeId() == null, Fault.at("/programmeId", "not-allowed"));
    }

    Mono<Faults> among(Change<Campaign> change) {
        var it = change.after();
        var before = change.before();
        if (before != null && before.state() == Status.DRAFT && it.state() == Status.ANNOUNCED) {
            return announcement(it);
        }
        return Mono.zip(strangers(before == null ? List.of() : before.people(), it.people()),
                        strangers(before == null ? List.of() : before.judges(), it.judges()))
                .map(strange -> new Faults().unless(!strange.getT1(), Fault.at("/personIds", "unknown-person"))
                        .unless(!strange.getT2(), Fault.at("/judgeIds", "unknown-person")));
    }

    /// Whether somebody is named anew whom the registry does not know. Who was named before may have left meanwhile.
    private Mono<Boolean> strangers(List<UUID> before, List<UUID> after) {
        var known = Set.copyOf(before);
        var fresh = after.stream().filter(id -> !known.contains(id)).toList();
        return fresh.isEmpty() ? Mono.just(false) : store.unknown(fresh).map(unknown -> !unknown.isEmpty());
    }

    private Mono<Faults> announcement(Campaign it) {
        return papers.of(it.instrumentId()).zipWith(store.inForce(it.instrumentId()))
                .map(found -> new Faults()
                        .unless(found.getT2(), Fault.at("/instrumentId", "not-in-force"))
                        .unless(it.endsAt().isAfter(clock.instant()), Fault.at("/endsAt", "future"))
                        .unless(!isJudged(found.getT1()) || it.judges().size() >= JUDGES,
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

    /// Results are final when all of them are there: nobody answers, judges or doubts any more.
    Mono<Void> mustBeSettled(UUID campaign) {
        return store.unsettled(campaign).doOnNext(left -> {
            if (left.any()) {
                throw Refusal.conflict("campaign.not-settled", left.running(), left.judging(), left.appealed())
                        .with("running", left.running()).with("judging", left.judging()).with("appealed", left.appealed());
            }
        }).then();
    }
}
