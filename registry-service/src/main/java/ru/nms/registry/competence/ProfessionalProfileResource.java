package ru.nms.registry.competence;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Table;
import ru.nms.registry.competence.ProfessionalProfileStore.ProfessionalProfile;

/// Professional profiles, by which communities are built: who lacks what, and who could teach it.
@RestController
@RequestMapping("/api/registry/v1/professional-profiles")
@LearntFrom({ResultChanged.class, DeficitChanged.class})
class ProfessionalProfileResource {

    private final ProfessionalProfileStore store;
    private final ReadAudit audit;
    private final Table<ProfessionalProfile> table;

    ProfessionalProfileResource(ProfessionalProfileStore store, ReadAudit audit, RegionProfile profile) {
        this.store = store;
        this.audit = audit;
        this.table = Table.<ProfessionalProfile>named("professional-profiles")
                .column("name", "Педагог", ProfessionalProfile::name)
                .column("subjects", "Предметы", ProfessionalProfile::subjects)
                .column("measuredOn", "Диагностика", ProfessionalProfile::measuredOn)
                .column("deficits", "Дефициты", it -> it.deficits().stream().map(profile::label).toList())
                .column("strengths", "Сильные стороны", it -> it.strengths().stream().map(profile::label).toList());
    }

    /// People with what they lack and what they could teach.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping
    Tabular<Page<ProfessionalProfile>> list(Caller caller, @OfList(ProfessionalProfileStore.class) ListRequest request,
                                            ServerWebExchange exchange) {
        return store.select(caller, request)
                .before(shown -> audit.record(caller, shown.stream().map(ProfessionalProfile::personId).toList(), "deficits", exchange))
                .as(table);
    }
}
