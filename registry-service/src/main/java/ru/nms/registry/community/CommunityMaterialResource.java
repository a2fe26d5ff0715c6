package ru.nms.registry.community;

import java.time.LocalDate;

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
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Materials of professional communities.
@RestController
@RequestMapping(CommunityMaterialResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION},
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class CommunityMaterialResource extends RegisterResource<CommunityMaterial> {

    static final String PATH = "/api/registry/v1/community-materials";

    /// What everybody may read.
    record Published(String title, String summary, @Nullable String link, @Nullable LocalDate publishedOn) {}

    private final RegionCalendar calendar;

    CommunityMaterialResource(Register<CommunityMaterial> register, Registers registers, RegionCalendar calendar) {
        super(PATH, register, registers);
        this.calendar = calendar;
    }

    /// Public materials of the networks, for readers without a token.
    @Allow(everyone = true)
    @GetMapping("/published")
    Mono<Page<Published>> published(ListRequest request) {
        return registers.open(register, request, "e.published_on <= DATE '%s'".formatted(calendar.today()),
                entry -> new Published(entry.content().title(), entry.content().summary(), entry.content().link(),
                        entry.content().publishedOn()));
    }
}
