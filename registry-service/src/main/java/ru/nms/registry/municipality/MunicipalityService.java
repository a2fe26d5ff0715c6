package ru.nms.registry.municipality;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.AtStart;
import ru.nms.platform.tx.Tx;

/// Takes the municipalities of the profile over at every start, and says what is new about them.
@Service
class MunicipalityService implements AtStart {

    private final MunicipalityStore store;
    private final RegionProfile profile;
    private final RegionCalendar calendar;
    private final Clock clock;
    private final Outbox outbox;
    private final Tx tx;

    MunicipalityService(MunicipalityStore store, RegionProfile profile, RegionCalendar calendar, Clock clock,
                        Outbox outbox, Tx tx) {
        this.store = store;
        this.profile = profile;
        this.calendar = calendar;
        this.clock = clock;
        this.outbox = outbox;
        this.tx = tx;
    }

    @Override
    public Mono<Void> run() {
        return tx.run(store.lock()
                .then(store.all().collectList())
                .map(known -> MunicipalityPlan.of(known, profile, calendar.today(), clock.instant(), Ids::next))
                .filter(changes -> !changes.isEmpty())
                .flatMap(changes -> store.save(changes).then(announce(changes))));
    }

    /// In the caller's transaction.
    Mono<Void> sayAgain(List<UUID> ids) {
        return store.all().filter(it -> ids.contains(it.id())).collectList().flatMap(this::announce);
    }

    private Mono<Void> announce(List<Municipality> changes) {
        return outbox.addAll(MunicipalityChanged.TOPIC, changes.stream().map(MunicipalityService::event).toList());
    }

    private static Function<Stamp, MunicipalityChanged> event(Municipality it) {
        return stamp -> new MunicipalityChanged(stamp.eventId(), it.id(), stamp.epoch(), it.version(),
                stamp.occurredAt(), it.code(), it.name(), it.aliases(), it.territoryType(), it.groupings(),
                it.methodists(), it.teachersReported(), it.closedOn());
    }
}
