package ru.nms.registry.site;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Programmes of internships that sites offer.
@RestController
@RequestMapping(InternshipProgrammeResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR})
class InternshipProgrammeResource extends RegisterResource<InternshipProgramme> {

    static final String PATH = "/api/registry/v1/internship-programmes";

    InternshipProgrammeResource(Register<InternshipProgramme> register, Registers registers) {
        super(PATH, register, registers);
    }
}
