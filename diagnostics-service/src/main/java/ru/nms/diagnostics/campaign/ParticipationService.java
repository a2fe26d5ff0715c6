package ru.nms.diagnostics.campaign;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.DiagnosisParticipationChanged;
import ru.nms.diagnostics.campaign.Participation.Status;
import ru.nms.diagnostics.campaign.Participation.Step;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;

/// Who takes part, and how far they have come. What attempts call joins their transaction.
@Service
public class ParticipationService implements PersonTraces {

    private static final int AT_ONCE = 1_000;

    private final ParticipationStore store;
    private final CampaignStore campaigns;
    private final Outbox outbox;
    private final RegionCalendar calendar;
    private final Clock clock;
    private final Tx tx;

    ParticipationService(ParticipationStore store, CampaignStore campaigns, Outbox outbox, RegionCalendar calendar, Clock clock, Tx tx) {
        this.store = store;
        this.campaigns = campaigns;
        this.outbox = outbox;
        this.calendar = calendar;
        this.clock = clock;
        this.tx = tx;
    }

    /// The campaign that a person wants to take part in; 404 also before it was announced.
    public Mono<OpenCampaign> campaign(UUID id) {
        return campaigns.announced(id).switchIfEmpty(Mono.error(() -> Refusal.notFound("campaign")));
    }

    /// The same, and it is not published until the transaction ends.
    public Mono<OpenCampaign> held(UUID id) {
        return campaigns.held(id).switchIfEmpty(Mono.error(() -> Refusal.notFound("campaign")));
    }

    /// An attempt begins: 404 for a person whom the campaign does not reach.
    public Mono<Void> started(UUID campaign, UUID person) {
        return store.locked(campaign, person)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("campaign")))
                .flatMap(present -> write(present, present.on(Step.START)));
    }

    /// An attempt ends. After a merger it may belong to somebody who was only invited, or has finished another one.
    public Mono<Void> finished(UUID campaign, UUID person) {
        return store.locked(campaign, person)
                .filter(present -> present.status() != Status.FINISHED && present.status() != Status.ABSENT)
                .flatMap(present -> write(present, present.status() == Status.STARTED ? present.on(Step.FINISH)
                        : present.on(Step.START).on(Step.FINISH)));
    }

    /// An attempt was annulled; asked after that was stored.
    public Mono<Void> annulled(UUID campaign, UUID person) {
        return store.locked(campaign, person)
                .flatMap(present -> store.left(campaign, person).flatMap(left -> write(present, present.back(left))));
    }

    private Mono<Void> write(Participation present, Participation next) {
        return next == present ? Mono.empty() : store.update(next, clock.instant()).then(announce(List.of(next.id())));
    }

    /// Invites those whom an announced campaign means. In the transaction of the announcement.
    Mono<Void> invite(UUID campaign, Campaign.Audience audience) {
        var invited = switch (audience) {
            case FILTER -> store.inviteMeant(campaign, calendar.today(), clock.instant());
            case LIST -> store.inviteNamed(campaign, calendar.today(), clock.instant());
            case SELF -> Mono.just(List.<UUID>of());
        };
        return invited.flatMap(this::announce);
    }

    /// @return the id of the participation
    Mono<UUID> register(UUID campaign, UUID person) {
        return tx.run(campaign(campaign)
                .doOnNext(open -> open.mustNotHaveEndedAt(clock.instant()))
                .flatMap(open -> store.locked(campaign, person).map(present -> present.on(Step.REGISTER))
                        .delayUntil(next -> store.update(next, clock.instant())).map(Participation::id)
                        .switchIfEmpty(Mono.defer(() -> registerAnew(open, person))))
                .delayUntil(id -> announce(List.of(id))));
    }

    private Mono<UUID> registerAnew(OpenCampaign open, UUID person) {
        var found = open.byRegistration()
                ? store.register(Ids.next(), open.id(), person, calendar.today(), clock.instant()) : Mono.<UUID>empty();
        return found.switchIfEmpty(Mono.error(() -> Refusal.conflict("campaign.not-meant")));
    }

    /// @return how many were reminded
    Mono<Integer> remind(UUID campaign) {
        return tx.run(campaign(campaign)
                .doOnNext(open -> open.mustNotHaveEndedAt(clock.instant()))
                .then(Mono.defer(() -> store.remind(campaign, clock.instant())))
                .flatMap(ids -> announce(ids).thenReturn(ids.size())));
    }

    /// Marks who has not come; all of them, some at a time.
    Mono<Void> closeEnded() {
        return Mono.defer(() -> tx.run(store.miss(clock.instant(), AT_ONCE).flatMap(ids -> announce(ids).thenReturn(ids.size()))))
                .expand(closed -> closed < AT_ONCE ? Mono.empty()
                        : tx.run(store.miss(clock.instant(), AT_ONCE).flatMap(ids -> announce(ids).thenReturn(ids.size()))))
                .then();
    }

    /// In the caller's transaction; of many only the ids are held at once.
    Mono<Void> announce(List<UUID> ids) {
        return Flux.fromIterable(ids).buffer(AT_ONCE)
                .concatMap(some -> store.told(some).flatMap(all -> outbox.addAll(DiagnosisParticipationChanged.TOPIC,
                        all.stream().<Function<Stamp, DiagnosisParticipationChanged>>map(one -> one::by).toList())))
                .then();
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return Mono.defer(() -> store.raise(from, to, clock.instant())).flatMap(this::announce)
                .then(Mono.defer(() -> store.drop(from, to, clock.instant())))
                .flatMap(gone -> Flux.fromIterable(gone)
                        .concatMap(id -> store.versionOf(id)
                                .flatMap(version -> outbox.gone(DiagnosisParticipationChanged.TOPIC, id, version)))
                        .then())
                .then(Mono.defer(() -> store.passOn(from, to, clock.instant())))
                .flatMap(this::announce);
    }

    /// Who took part is counted on, as somebody.
    @Override
    public Mono<Void> erase(UUID person) {
        return Mono.defer(() -> store.erase(person, clock.instant())).flatMapMany(Flux::fromIterable)
                .concatMap(id -> store.versionOf(id).flatMap(version -> outbox.gone(DiagnosisParticipationChanged.TOPIC, id, version)))
                .then();
    }
}
