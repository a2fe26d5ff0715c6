package ru.nms.registry.community;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Page;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// What the year of a community led to.
@RestController
@RequestMapping(CommunityResultResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION},
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class CommunityResultResource extends RegisterResource<CommunityResult> {

    static final String PATH = "/api/registry/v1/community-results";

    private final CommunityWorkStore store;

    CommunityResultResource(Register<CommunityResult> register, Registers registers, CommunityWorkStore store) {
        super(PATH, register, registers);
        this.store = store;
    }

    /// Communities of whose year nothing has been analysed, at most 1 000.
    @Allow(anyoneSignedIn = true)
    @GetMapping("/missing")
    Mono<Page<CommunityWorkStore.Unanalysed>> missing(@RequestParam int year) {
        return store.unanalysed(year).collectList().map(all -> new Page<>(all, null, null));
    }
}
