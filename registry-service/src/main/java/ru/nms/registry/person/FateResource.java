package ru.nms.registry.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.registry.person.FateStore.Fate;

/// What becomes of people's records: blocked, destroyed, merged with another of the same person.
@RestController
@RequestMapping("/api/registry/v1")
class FateResource {

    private static final int MOST = 1000;

    private final FateService fates;
    private final FateStore store;
    private final PersonRules rules;
    private final RegionCalendar calendar;

    FateResource(FateService fates, FateStore store, RegionProfile profile, RegionCalendar calendar) {
        this.fates = fates;
        this.store = store;
        this.rules = new PersonRules(profile);
        this.calendar = calendar;
    }

    record Decision(@NotBlank @Size(max = 300) String reason) {}

    record Merger(@NotNull UUID into) {}

    /// Blocks the record: it is neither shown nor told until it is released.
    @Allow(Role.COORDINATOR)
    @PutMapping("/people/{id}/blocking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> block(@PathVariable UUID id, @Valid @RequestBody Decision decision) {
        return fates.block(id, decision.reason());
    }

    /// Releases the record: it is shown and told again.
    @Allow(Role.COORDINATOR)
    @DeleteMapping("/people/{id}/blocking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> release(@PathVariable UUID id) {
        return fates.release(id);
    }

    /// Destroys what is kept of the person, here and wherever it was told. It cannot be undone.
    @Allow(Role.COORDINATOR)
    @PutMapping("/people/{id}/destruction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> destroy(@PathVariable UUID id, @Valid @RequestBody Decision decision) {
        return fates.destroy(id, decision.reason());
    }

    /// The same person was entered twice: this record goes on as another, and its id answers for that one.
    @Allow(Role.COORDINATOR)
    @PostMapping("/people/{id}/merger")
    Mono<ResponseEntity<PersonView>> merge(Caller caller, @PathVariable UUID id, @Valid @RequestBody Merger merger) {
        return fates.merge(caller, id, merger.into()).map(kept ->
                Answers.ok(PersonView.of(caller, kept, calendar.today(), rules), kept.version()));
    }

    /// What was decided since, oldest first, without anything of the people. After a restore the decisions that the backup
    /// does not know are carried out again by it.
    @Allow({Role.COORDINATOR, Role.ADMIN})
    @GetMapping("/people-fates")
    Mono<List<Fate>> decided(@RequestParam(required = false) @Nullable Instant since) {
        return store.since(since == null ? Instant.EPOCH : since, MOST).collectList();
    }
}
