package ru.nms.diagnostics.order;

import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Formed by the person or the coordinator; sent again (`PUT`), it is formed anew from what is known then.
@RestController
@RequestMapping(TrainingRequestResource.PATH)
@AllowEntries(keep = {Role.TEACHER, Role.COORDINATOR}, read = {Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY,
        Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
class TrainingRequestResource extends RegisterResource<TrainingRequest> {

    static final String PATH = "/api/diagnostics/v1/training-requests";

    TrainingRequestResource(Register<TrainingRequest> trainingRequests, Registers registers) {
        super(PATH, trainingRequests, registers);
    }

    /// Takes the order back before it is fulfilled.
    @Allow({Role.TEACHER, Role.COORDINATOR})
    @PostMapping("/{id}/withdrawal")
    Mono<ResponseEntity<Entry<TrainingRequest>>> withdraw(Caller caller, @PathVariable UUID id, IfMatch match) {
        return act(caller, id, match, TrainingRequest::withdrawn);
    }
}
