package ru.nms.registry.rma;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Page;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Coordinators of the methodical body in municipalities.
@RestController
@RequestMapping(RmaCoordinatorResource.PATH)
@AllowEntries(keep = Role.COORDINATOR,
        read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class RmaCoordinatorResource extends RegisterResource<RmaCoordinator> {

    static final String PATH = "/api/registry/v1/rma-coordinators";

    private final RmaStore store;
    private final RegionProfile profile;
    private final RegionCalendar calendar;

    RmaCoordinatorResource(Register<RmaCoordinator> register, Registers registers, RmaStore store, RegionProfile profile,
                           RegionCalendar calendar) {
        super(PATH, register, registers);
        this.store = store;
        this.profile = profile;
        this.calendar = calendar;
    }

    /// Municipalities that have no coordinator on the day, where the region wants one in each.
    @Allow(anyoneSignedIn = true)
    @GetMapping("/missing")
    Mono<Page<RmaStore.Uncoordinated>> missing(@RequestParam(required = false) @Nullable LocalDate on) {
        var wanted = profile.methodist().municipalCoordinator();
        return (wanted == null || !wanted.value() ? Flux.<RmaStore.Uncoordinated>empty()
                : store.uncoordinated(on == null ? calendar.today() : on))
                .collectList().map(all -> new Page<>(all, null, (long) all.size()));
    }
}
