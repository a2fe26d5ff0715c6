package ru.nms.registry.organisation;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;

@RestController
class ReorganisationResource {

    private final ReorganisationService acts;

    ReorganisationResource(ReorganisationService acts) {
        this.acts = acts;
    }

    /// Organisations go over into others: merger, accession, division, separation, transformation. Answers with those that
    /// gave way. Successors are opened before.
    @Allow(Role.COORDINATOR)
    @PostMapping("/api/registry/v1/reorganisations")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<List<OrganisationView>> carryOut(Caller caller, @Valid @RequestBody Reorganisation act) {
        return acts.carryOut(act).map(done -> done.stream().map(it -> OrganisationView.of(caller, it, null)).toList());
    }
}
