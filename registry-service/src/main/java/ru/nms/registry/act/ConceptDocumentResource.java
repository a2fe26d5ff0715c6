package ru.nms.registry.act;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Role;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Concept documents of municipal method services.
@RestController
@RequestMapping(ConceptDocumentResource.PATH)
@AllowEntries(keep = {Role.MUNICIPALITY, Role.COORDINATOR})
class ConceptDocumentResource extends RegisterResource<ConceptDocument> {

    static final String PATH = "/api/registry/v1/concept-documents";

    ConceptDocumentResource(Register<ConceptDocument> register, Registers registers) {
        super(PATH, register, registers);
    }
}
