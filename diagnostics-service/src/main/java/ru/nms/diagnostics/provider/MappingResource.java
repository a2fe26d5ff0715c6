package ru.nms.diagnostics.provider;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// What a provider's own words for competences mean in the region.
@RestController
@RequestMapping(MappingResource.PATH)
@AllowEntries(keep = {Role.ASSESSOR, Role.COORDINATOR}, read = {Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class MappingResource extends RegisterResource<CompetenceMapping> {

    static final String PATH = "/api/diagnostics/v1/competence-mappings";

    MappingResource(Register<CompetenceMapping> competenceMappings, Registers registers) {
        super(PATH, competenceMappings, registers);
    }
}
