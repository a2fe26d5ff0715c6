package ru.nms.platform.imports;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.ServiceSettings;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind.Verdict;
import ru.nms.platform.imports.ImportStore.ChangedRow;
import ru.nms.platform.table.RefusedRows;
import ru.nms.platform.table.TableFlux;
import ru.nms.platform.table.TableFormat;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Bulk imports of this service.
@RestController
@RequestMapping("/api/${nms.service.name}/v1/imports")
class ImportResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";
    private static final TypeReference<List<ImportBatch.NotedFault>> FAULTS = new TypeReference<>() {};

    private final ImportService imports;
    private final JsonMapper json;
    private final String path;

    ImportResource(ImportService imports, JsonMapper json, ServiceSettings service) {
        this.imports = imports;
        this.json = json;
        this.path = "/api/" + service.name() + "/v1/imports/";
    }

    /// The form of an upload, for the API description; [ImportOrder] reads it.
    ///
    /// @param atomic nothing is stored when one row is refused
    record Form(@Schema(requiredMode = REQUIRED) String kind,
                @Schema(requiredMode = REQUIRED, allowableValues = {"validate", "apply"}) String mode,
                @Schema(defaultValue = "false") boolean atomic,
                @Schema(requiredMode = REQUIRED, type = "string", format = "binary") String file) {}

    /// Takes a CSV or XLSX file in and works on it afterwards; the answer names the job.
    @Allow({Role.COORDINATOR, Role.ASSESSOR, Role.MUNICIPALITY, Role.PROVIDER})
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = Form.class)))
    Mono<ResponseEntity<ImportJob>> upload(Caller caller, @RequestBody MultiValueMap<String, Part> form,
                                           @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var order = ImportOrder.read(form);
        return imports.take(caller, order, key, order.file().content())
                .map(job -> ResponseEntity.accepted().location(URI.create(path + job.id())).body(job));
    }

    /// The empty table of a kind: with lists to choose from and an explanation of every column, or its titles as CSV.
    @Allow({Role.COORDINATOR, Role.ASSESSOR, Role.MUNICIPALITY, Role.PROVIDER})
    @GetMapping(path = "/{kind}/template", produces = {XLSX, CSV})
    @ApiResponse(responseCode = "200", content = {
            @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = CSV, schema = @Schema(type = "string"))})
    Mono<ImportTemplate> template(Caller caller, @PathVariable String kind) {
        return Mono.fromSupplier(() -> imports.template(caller, kind));
    }

    /// How far an import is: counts of its rows, and whether it is done.
    @Allow({Role.COORDINATOR, Role.ASSESSOR, Role.MUNICIPALITY, Role.PROVIDER})
    @GetMapping("/{id}")
    Mono<ImportJob> job(Caller caller, @PathVariable UUID id) {
        return imports.find(id, caller);
    }

    /// One thing that is wrong in one row.
    record RowProblem(int row, String column, String code, String text) {}

    record RowProblems(List<RowProblem> items, @Nullable Integer next) {}

    /// What is wrong with the refused rows, in the order of the file.
    @Allow({Role.COORDINATOR, Role.ASSESSOR, Role.MUNICIPALITY, Role.PROVIDER})
    @GetMapping("/{id}/problems")
    Mono<RowProblems> problems(Caller caller, @PathVariable UUID id, @Nullable Locale language,
                               @RequestParam(defaultValue = "0") @Min(0) int after,
                               @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return imports.find(id, caller)
                .flatMap(job -> imports.refusals(job.id(), after, limit))
                .map(rows -> new RowProblems(rows.stream().flatMap(row -> problems(row, language)).toList(),
                        rows.size() == limit ? rows.getLast().row() : null));
    }

    record RowChanges(List<ChangedRow> items, @Nullable Integer next) {}

    /// What rows created or changed, or would when the file is only validated; in the order of the file.
    @Allow({Role.COORDINATOR, Role.ASSESSOR, Role.MUNICIPALITY, Role.PROVIDER})
    @GetMapping("/{id}/changes")
    Mono<RowChanges> changes(Caller caller, @PathVariable UUID id,
                             @RequestParam(required = false) @Schema(allowableValues = {"CREATED", "CHANGED"}) @Nullable Verdict verdict,
                             @RequestParam(defaultValue = "0") @Min(0) int after,
                             @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return imports.find(id, caller)
                .flatMap(job -> imports.changes(job.id(), verdict, after, limit))
                .map(rows -> new RowChanges(rows, rows.size() == limit ? rows.getLast().row() : null));
    }

    private Stream<RowProblem> problems(ImportStore.RefusedRow row, @Nullable Locale language) {
        return json.readValue(row.faults(), FAULTS).stream().map(fault -> new RowProblem(row.row(), fault.column(),
                fault.code(), language != null && language.getLanguage().equals("en") ? fault.en() : fault.ru()));
    }

    /// The refused rows as a file that can be mended and sent again.
    @Allow({Role.COORDINATOR, Role.ASSESSOR, Role.MUNICIPALITY, Role.PROVIDER})
    @GetMapping("/{id}/refused")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    Mono<ResponseEntity<Flux<DataBuffer>>> refused(Caller caller, @PathVariable UUID id) {
        return imports.find(id, caller).map(job -> ResponseEntity.ok()
                .header("Content-Type", "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"refused-" + job.id() + ".csv\"")
                .body(TableFlux.write(imports.refusals(job.id()).map(this::cells), TableFormat.CSV,
                        Stream.concat(job.titles().stream(), Stream.of(RefusedRows.TITLE)).toList())));
    }

    private List<?> cells(ImportStore.RefusedRow row) {
        var messages = json.readValue(row.faults(), FAULTS).stream()
                .map(fault -> fault.column() + ": " + fault.ru())
                .collect(Collectors.joining("; "));
        return Stream.concat(row.cells().stream(), Stream.of(messages)).toList();
    }
}
