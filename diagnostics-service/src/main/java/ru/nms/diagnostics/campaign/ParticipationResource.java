package ru.nms.diagnostics.campaign;

import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.diagnostics.campaign.ParticipationReadStore.Progress;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Paging;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.table.Table;

/// Who takes part in campaigns, for those who do and for those who answer for them.
@RestController
@LearntFrom({PersonChanged.class, AssignmentChanged.class})
@RequestMapping("/api/diagnostics/v1")
class ParticipationResource {

    private static final Table<Progress> PROGRESS = Table.<Progress>named("progress")
            .column("placeId", "Идентификатор", Progress::placeId).column("name", "Название", Progress::name)
            .column("invited", "Всего участников", Progress::invited).column("started", "Приступили", Progress::started)
            .column("finished", "Завершили", Progress::finished).column("absent", "Не явились", Progress::absent);

    private static final Table<OpenCampaignView> OPEN = Table.<OpenCampaignView>named("open-campaigns")
            .column("id", "Идентификатор", OpenCampaignView::id).column("title", "Название", OpenCampaignView::title)
            .column("occasion", "Повод", OpenCampaignView::occasion).column("provider", "Организатор", OpenCampaignView::provider);

    private final ParticipationService participations;
    private final ParticipationReadStore reads;
    private final ReadAudit audit;
    private final Paging paging;
    private final Table<ParticipationView> table;

    ParticipationResource(ParticipationService participations, ParticipationReadStore reads, ReadAudit audit, RegionCalendar calendar,
                          Paging paging) {
        this.participations = participations;
        this.reads = reads;
        this.audit = audit;
        this.paging = paging;
        this.table = Table.<ParticipationView>named("participations")
                .column("campaign", "Кампания", ParticipationView::title)
                .column("personId", "Человек (идентификатор)", ParticipationView::personId)
                .column("status", "Статус", ParticipationView::status)
                .column("startsAt", "Начало", view -> calendar.local(view.startsAt()))
                .column("endsAt", "Окончание", view -> calendar.local(view.endsAt()));
    }

    @Operation(summary = "Campaigns that the caller may come to without an invitation")
    @GetMapping("/open-campaigns")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    Tabular<Page<OpenCampaignView>> open(@OfList(value = ParticipationReadStore.class, name = "open-campaigns") ListRequest request) {
        return reads.open(request).as(OPEN);
    }

    @Operation(summary = "The caller takes part: by invitation, or in a campaign open to registration")
    @PostMapping("/campaigns/{id}/registration")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY})
    Mono<Map<String, UUID>> register(Caller caller, @PathVariable UUID id) {
        var person = caller.personId();
        return person == null ? Mono.error(Refusal.forbidden())
                : participations.register(id, person).map(participation -> Map.of("id", participation));
    }

    @Operation(summary = "Reminds everybody who has not finished")
    @PostMapping("/campaigns/{id}/reminders")
    @Allow({Role.COORDINATOR, Role.ASSESSOR})
    Mono<Map<String, Integer>> remind(@PathVariable UUID id) {
        return participations.remind(id).map(count -> Map.of("reminded", count));
    }

    @Operation(summary = "How far a campaign has come, by organisation or by municipality")
    @GetMapping("/campaigns/{id}/progress")
    @Allow({Role.ORGANISATION, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    Tabular<Page<Progress>> progress(Caller caller, @PathVariable UUID id,
                                     @RequestParam(defaultValue = "ORGANISATION") Place by,
                                     @RequestParam(defaultValue = Paging.USUAL) @Min(1) @Max(Paging.MOST) int limit,
                                     @RequestParam(required = false) @Nullable String after) {
        return paging.page(participations.campaign(id).then(Mono.defer(() -> reads.progress(id, by == Place.MUNICIPALITY, caller))),
                Progress::order, new Paging.Asked(limit, after), Paging.order(id, by), PROGRESS);
    }

    enum Place { ORGANISATION, MUNICIPALITY }

    @Operation(summary = "Who takes part in what, within the caller's scope: assignments of the caller and of their people")
    @GetMapping("/participations")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    Tabular<Page<ParticipationView>> list(Caller caller,
            @OfList(value = ParticipationReadStore.class, name = "participations") ListRequest request, ServerWebExchange exchange) {
        return reads.list(request, caller)
                .before(seen -> audit.record(caller, seen.stream().map(ParticipationView::personId).distinct().toList(),
                        "diagnosis-participation", exchange))
                .as(table);
    }
}
