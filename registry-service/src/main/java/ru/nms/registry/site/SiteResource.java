package ru.nms.registry.site;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Page;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;
import ru.nms.registry.organisation.Equipment;

/// Internship and innovation sites, and how many people they take.
@RestController
@RequestMapping(SiteResource.PATH)
@AllowEntries(keep = Role.COORDINATOR)
class SiteResource extends RegisterResource<Site> {

    static final String PATH = "/api/registry/v1/sites";

    /// What anybody may know: not who leads the project, nor its plan.
    record Open(UUID id, Site.Kind kind, String organisation, String title, List<String> subjects, List<String> competences,
                @Nullable Integer capacity, LocalDate since, @Nullable LocalDate until, List<Equipment> equipment) {

        static Open of(Entry<Site> entry) {
            var it = entry.content();
            return new Open(entry.id(), it.kind(), String.valueOf(entry.shown("organisation")), it.title(), it.subjects(),
                    it.competences(), it.capacity(), it.since(), it.until(), it.equipment());
        }
    }

    SiteResource(Register<Site> register, Registers registers) {
        super(PATH, register, registers);
    }

    /// Sites that take interns, for readers without a token.
    @Allow(everyone = true)
    @GetMapping("/open")
    Mono<Page<Open>> open(ListRequest request) {
        return registers.open(register, request, "TRUE", Open::of);
    }
}
