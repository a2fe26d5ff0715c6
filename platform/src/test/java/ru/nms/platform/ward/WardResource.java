package ru.nms.platform.ward;

import java.util.Map;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.problem.Refusal;

/// One ward of one municipality.
@RestController
@RequestMapping("/api/ward/v1/wards")
class WardResource {

    private final UUID municipality = UUID.randomUUID();
    private final boolean scoped;

    WardResource(@Value("${ward.scope:by-municipality}") String scope) {
        this.scoped = !scope.equals("none");
    }

    @GetMapping("/{id}")
    @Allow({Role.MUNICIPALITY, Role.COORDINATOR})
    Mono<Map<String, UUID>> one(Caller caller, @PathVariable UUID id) {
        var scope = Scope.of(caller);
        return id.equals(WardApplication.WARD) && (!scoped || scope.region() || municipality.equals(scope.municipality()))
                ? Mono.just(Map.of("id", WardApplication.WARD)) : Mono.error(Refusal.notFound("ward"));
    }
}
