package ru.nms.registry.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Page;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// The bank of practices, from proposal to replication.
@RestController
@RequestMapping(PracticeResource.PATH)
@AllowEntries(keep = {Role.ORGANISATION, Role.COORDINATOR})
class PracticeResource extends RegisterResource<Practice> {

    static final String PATH = "/api/registry/v1/practices";

    record Judgement(@NotNull LocalDate on, @NotBlank @Size(max = 4000) String result) {}

    record Step(@NotNull LocalDate on) {}

    /// What anybody may know of a published practice: not who wrote it.
    record Open(UUID id, Practice.Kind kind, String title, String description, String proof, @Nullable String organisation,
                List<String> subjects, List<String> competences, @Nullable LocalDate publishedOn, int uses) {

        static Open of(Entry<Practice> entry) {
            var it = entry.content();
            return new Open(entry.id(), it.kind(), it.title(), it.description(), it.proof(), entry.shown("organisation"), it.subjects(),
                    it.competences(), it.publishedOn(), it.uses() == null ? 0 : it.uses().size());
        }
    }

    PracticeResource(Register<Practice> register, Registers registers) {
        super(PATH, register, registers);
    }

    /// Published practices, for readers without a token.
    @Allow(everyone = true)
    @GetMapping("/open")
    Mono<Page<Open>> open(ListRequest request) {
        return registers.open(register, request, PracticeConfiguration.PUBLISHED, Open::of);
    }

    /// Takes the proposed practice into expertise.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/expertise")
    Mono<ResponseEntity<Entry<Practice>>> examine(Caller caller, @PathVariable UUID id, IfMatch match) {
        return act(caller, id, match, Practice::sentToExpertise);
    }

    /// The experts accept the practice.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/acceptance")
    Mono<ResponseEntity<Entry<Practice>>> accept(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Judgement it) {
        return act(caller, id, match, practice -> practice.judged("acceptance", it.result(), it.on()));
    }

    /// The experts refuse the practice.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/refusal")
    Mono<ResponseEntity<Entry<Practice>>> refuse(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Judgement it) {
        return act(caller, id, match, practice -> practice.judged("refusal", it.result(), it.on()));
    }

    /// Publishes an accepted practice.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/publication")
    Mono<ResponseEntity<Entry<Practice>>> publish(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step it) {
        return act(caller, id, match, practice -> practice.published(it.on()));
    }

    /// Records that an organisation has taken the practice over.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/replication")
    Mono<ResponseEntity<Entry<Practice>>> replicate(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Practice.Use it) {
        return act(caller, id, match, practice -> practice.replicated(it));
    }

    /// Records that the practice was sent to the federal register of best practices.
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/federal-submission")
    Mono<ResponseEntity<Entry<Practice>>> submit(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step it) {
        return act(caller, id, match, practice -> practice.sentToFederal(it.on()));
    }
}
