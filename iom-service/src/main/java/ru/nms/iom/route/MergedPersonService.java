package ru.nms.iom.route;

import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.fate.PersonTraces;

/// Routes go on under the record that stays, and say so. Two that are open at the same time both stay: which of them is
/// right only people know. Those of a destroyed person go.
@Service
class MergedPersonService implements PersonTraces {

    private final RouteStore routes;
    private final RouteWriteService writes;

    MergedPersonService(RouteStore routes, RouteWriteService writes) {
        this.routes = routes;
        this.writes = writes;
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID heir) {
        return Flux.fromStream(() -> Stream.of(from, heir).sorted()).concatMap(routes::queueFor)
                .then(Mono.defer(() -> routes.passOn(from, heir, writes.now()).collectList()))
                .filter(moved -> !moved.isEmpty())
                .flatMap(writes::sayAgain);
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return routes.queueFor(person)
                .then(Mono.defer(() -> routes.erase(person, writes.now()).collectList()))
                .flatMapMany(Flux::fromIterable).concatMap(writes::sayGone).then();
    }
}
