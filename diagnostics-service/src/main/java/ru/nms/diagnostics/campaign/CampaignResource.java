package ru.nms.diagnostics.campaign;

import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.AllowEntries;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterResource;
import ru.nms.platform.register.Registers;

/// Campaigns of diagnostics: who is measured, when, by which instrument and on which occasion.
@RestController
@RequestMapping(CampaignResource.PATH)
@AllowEntries(keep = {Role.COORDINATOR, Role.ASSESSOR}, read = {Role.COORDINATOR, Role.ASSESSOR, Role.MINISTRY})
class CampaignResource extends RegisterResource<Campaign> {

    static final String PATH = "/api/diagnostics/v1/campaigns";

    private final CampaignService campaigns;

    CampaignResource(Register<Campaign> register, Registers registers, CampaignService campaigns) {
        super(PATH, register, registers);
        this.campaigns = campaigns;
    }

    @Operation(summary = "Announces a campaign and invites those whom it means")
    @PostMapping("/{id}/announcement")
    @Allow({Role.COORDINATOR, Role.ASSESSOR})
    Mono<ResponseEntity<Entry<Campaign>>> announce(Caller caller, @PathVariable UUID id, IfMatch match) {
        return shown(campaigns.announce(caller, id, match));
    }

    @Operation(summary = "Calls a campaign off before it starts")
    @PostMapping("/{id}/cancellation")
    @Allow({Role.COORDINATOR, Role.ASSESSOR})
    Mono<ResponseEntity<Entry<Campaign>>> cancel(Caller caller, @PathVariable UUID id, IfMatch match) {
        return shown(campaigns.cancel(caller, id, match));
    }

    @Operation(summary = "Closes an ended campaign: its results are final and no appeal is taken any more")
    @PostMapping("/{id}/publication")
    @Allow({Role.COORDINATOR, Role.ASSESSOR})
    Mono<ResponseEntity<Entry<Campaign>>> publish(Caller caller, @PathVariable UUID id, IfMatch match) {
        return shown(campaigns.publish(caller, id, match));
    }

    private static Mono<ResponseEntity<Entry<Campaign>>> shown(Mono<Entry<Campaign>> change) {
        return change.map(entry -> Answers.ok(entry, entry.version()));
    }
}
