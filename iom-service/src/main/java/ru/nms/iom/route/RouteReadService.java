package ru.nms.iom.route;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.iom.person.PersonStore;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.Answers;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionProfile;

/// What every operation on a route answers: the route as it is now, as this caller may see it.
@Service
class RouteReadService {

    private final RegisterStore register;
    private final PersonStore people;
    private final RegionProfile region;

    RouteReadService(RegisterStore register, PersonStore people, RegionProfile region) {
        this.register = register;
        this.people = people;
        this.region = region;
    }

    Mono<RegisterStore.Entry> entry(UUID id, Caller caller) {
        return register.find(id, caller).switchIfEmpty(Mono.error(() -> Refusal.notFound("route")));
    }

    Mono<RouteView> view(UUID id, Caller caller, @Nullable String language) {
        var words = RouteWords.in(language, region);
        return entry(id, caller).flatMap(entry -> people.actors(caller, entry.route().personId())
                .map(actors -> RouteView.of(entry, actors, words)));
    }

    /// The answer to a change.
    Mono<ResponseEntity<RouteView>> after(Mono<Void> change, UUID id, Caller caller, @Nullable String language) {
        return change.then(Mono.defer(() -> view(id, caller, language))).map(view -> Answers.ok(view, view.version()));
    }
}
