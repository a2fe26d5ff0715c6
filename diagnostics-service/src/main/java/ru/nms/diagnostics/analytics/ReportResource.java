package ru.nms.diagnostics.analytics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import reactor.core.publisher.Mono;
import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.projection.LearntFrom;

/// The yearly analytical report of the region.
@RestController
@RequestMapping("/api/diagnostics/v1/reports/diagnostics")
@LearntFrom({PersonChanged.class, AssignmentChanged.class, MunicipalityChanged.class, OrganisationChanged.class})
class ReportResource {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final ReportService reports;

    ReportResource(ReportService reports) {
        this.reports = reports;
    }

    @Operation(summary = "The analytical report of a year: coverage, difficulties, functional literacy, recommendations; "
            + "each part is a sheet of the table")
    @Allow({Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping
    Mono<Tabular<YearlyReport>> report(@RequestParam @Min(2000) @Max(2100) int year) {
        return reports.of(year).map(report -> new Tabular<>(Mono.just(report), "diagnostics-report", report.sheets()));
    }

    @Operation(summary = "The same report as a text document with tables and charts")
    @Allow({Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @ApiResponse(responseCode = "200", content = @Content(mediaType = DOCX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/document", produces = DOCX)
    Mono<ResponseEntity<byte[]>> document(@RequestParam @Min(2000) @Max(2100) int year) {
        return reports.of(year).map(report -> ResponseEntity.ok().contentType(MediaType.parseMediaType(DOCX))
                .header("Content-Disposition", ContentDisposition.attachment().filename("diagnostics-" + year + ".docx").build().toString())
                .body(report.document().docx()));
    }
}
