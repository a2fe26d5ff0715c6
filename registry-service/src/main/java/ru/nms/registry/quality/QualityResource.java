package ru.nms.registry.quality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonInclude;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.table.Table;
import ru.nms.registry.quality.QualityService.Known;
import ru.nms.registry.quality.QualityStore.Finding;

/// Quality of the data: what contradicts itself, is missing or stands twice.
@RestController
@RequestMapping("/api/registry/v1/quality-checks")
class QualityResource {

    private static final int MOST = 200;
    private static final List<String> TITLES = List.of(Table.IDENTIFIER, "Муниципалитет", "Что не сходится");

    private final QualityService quality;

    QualityResource(QualityService quality) {
        this.quality = quality;
    }

    /// @param findings  when it was counted last, over the whole region; absent before the first run
    /// @param countedAt when that was
    /// @param failedAt  when it could not be counted, if that was the last time it was tried
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Check(String code, QualityCheck.Severity severity, String subject, String title, @Nullable Long findings,
                 @Nullable Instant countedAt, @Nullable Instant failedAt) {

        static Check of(Known known) {
            var check = known.check();
            var counted = known.counted();
            return new Check(check.code(), check.severity(), check.subject(), check.title(),
                    counted == null ? null : counted.findings(), counted == null ? null : counted.countedAt(), known.failedAt());
        }
    }

    /// @param total what there is now, under the caller's eyes
    /// @param next  id to send back as `after`; absent on the last page
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Findings(List<Finding> items, long total, @Nullable UUID next) {}

    /// Every check with what it found when it last ran.
    @Allow({Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY, Role.ADMIN})
    @GetMapping
    Mono<List<Check>> catalogue() {
        return quality.catalogue().map(known -> known.stream().map(Check::of).toList());
    }

    /// Runs all checks now.
    @Allow({Role.COORDINATOR, Role.ADMIN})
    @PostMapping("/runs")
    Mono<List<Check>> run() {
        return quality.run().map(known -> known.stream().map(Check::of).toList());
    }

    /// What a check finds at this moment; a municipality is shown its own. A table has everything. Ids and figures only: who is meant is read
    /// where people are read.
    @Allow({Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/{code}/findings")
    Tabular<Findings> findings(Caller caller, @PathVariable String code, @RequestParam(required = false) @Nullable UUID after,
                            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed(Fault.at("limit", "out-of-range", 1, MOST));
        }
        var mine = caller.is(Role.COORDINATOR, Role.MINISTRY) ? null : ownMunicipality(caller);
        return new Tabular<>(page(code, mine, after, limit), "quality-findings", TITLES, Flux.defer(() -> quality.cells(code, mine)));
    }

    private Mono<Findings> page(String code, @Nullable UUID mine, @Nullable UUID after, int limit) {
        return quality.findings(code, mine, after, limit + 1).zipWith(quality.count(code, mine), (found, total) -> {
            boolean more = found.size() > limit;
            var items = more ? found.subList(0, limit) : found;
            return new Findings(items, total, more ? items.getLast().id() : null);
        });
    }

    /// Nobody's id, when the token names none: nothing is found.
    private static UUID ownMunicipality(Caller caller) {
        var own = caller.municipalityId();
        return own == null ? new UUID(0, 0) : own;
    }
}
