package ru.nms.registry.organisation;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.registry.organisation.ReorganisationStore.CarriedOut;

/// Mergers, accessions, divisions, separations and transformations of organisations.
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

    /// The acts in which the organisation stands as predecessor or successor, the oldest first.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.PROVIDER,
            Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/api/registry/v1/organisations/{id}/reorganisations")
    Mono<List<CarriedOut>> of(Caller caller, @PathVariable UUID id) {
        return acts.of(caller, id);
    }
}
