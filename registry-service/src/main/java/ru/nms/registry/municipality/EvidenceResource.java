package ru.nms.registry.municipality;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonInclude;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.region.RegionProfile;

/// What bears out the type of territory of a municipality.
@RestController
@RequestMapping("/api/registry/v1/municipalities/{id}/territory-evidence")
class EvidenceResource {

    private final EvidenceService service;
    private final RegionProfile profile;

    EvidenceResource(EvidenceService service, RegionProfile profile) {
        this.service = service;
        this.profile = profile;
    }

    /// @param officialList it stands in the official list of remote places
    /// @param kmFromCity   how far it lies from the nearest city
    /// @param document     the list, the measurement
    record Evidence(boolean officialList, @Nullable @PositiveOrZero Integer kmFromCity, @Nullable @Size(min = 1, max = 300) String document) {}

    /// @param rule     as the region's source words it
    /// @param borneOut whether what is on record holds for the type; absent where the type needs nothing
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(long version, @Nullable String territoryType, @Nullable String rule, @Nullable Evidence evidence, @Nullable Boolean borneOut) {}

    /// What is known of the territory, and whether its type is borne out by it.
    @Allow(anyoneSignedIn = true)
    @GetMapping
    Mono<ResponseEntity<View>> read(@PathVariable UUID id) {
        return service.find(id).map(this::answer);
    }

    /// Records what is known; before the first record the version is 0.
    @Allow(Role.COORDINATOR)
    @PutMapping
    Mono<ResponseEntity<View>> record(@PathVariable UUID id, IfMatch match, @Valid @RequestBody Evidence evidence) {
        return service.record(id, match, evidence).map(this::answer);
    }

    private ResponseEntity<View> answer(EvidenceStore.Stored stored) {
        var view = view(stored);
        return Answers.ok(view, view.version());
    }

    private View view(EvidenceStore.Stored stored) {
        var type = profile.territory().territoryTypes().stream().filter(it -> it.code().equals(stored.territoryType())).findFirst();
        var rule = type.map(it -> it.evidence()).orElse(null);
        var known = stored.evidence();
        return new View(stored.version(), stored.territoryType(), type.map(it -> it.rule()).orElse(null), known,
                rule == null ? null : known != null && rule.holds(known.officialList(), known.kmFromCity()));
    }
}
