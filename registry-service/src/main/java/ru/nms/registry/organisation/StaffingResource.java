package ru.nms.registry.organisation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;

/// Positions of organisations: how many there are, and how many are filled.
@RestController
class StaffingResource {

    private final FiguresStore figures;

    StaffingResource(FiguresStore figures) {
        this.figures = figures;
    }

    /// @param rate filled positions in percent of the planned ones, to one decimal; absent without planned ones
    /// @param need planned positions that nobody fills
    /// @param subjects the same for each subject, greatest need first
    record Staffing(BigDecimal planned, BigDecimal filled, @Nullable BigDecimal rate, BigDecimal need, List<BySubject> subjects) {}

    record BySubject(String subject, BigDecimal planned, BigDecimal filled, @Nullable BigDecimal rate, BigDecimal need) {}

    /// Positions of the organisations that exist today and the caller sees.
    @Allow({Role.ORGANISATION, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/api/registry/v1/staffing")
    Mono<Staffing> staffing(Caller caller, @RequestParam(required = false) @Nullable UUID municipalityId,
                            @RequestParam(required = false) @Nullable UUID organisationId) {
        return figures.staffing(OrganisationAccess.visibleTo(caller), municipalityId, organisationId).collectList()
                .map(rows -> {
                    var planned = rows.stream().map(BySubject::planned).reduce(BigDecimal.ZERO, BigDecimal::add);
                    var filled = rows.stream().map(BySubject::filled).reduce(BigDecimal.ZERO, BigDecimal::add);
                    return new Staffing(planned, filled, FiguresStore.rate(filled, planned), planned.subtract(filled), rows);
                });
    }
}
