package ru.nms.diagnostics.framework;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import reactor.core.publisher.Flux;
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

/// Versions of competence frameworks, from draft to deprecated.
@RestController
@RequestMapping(FrameworkResource.PATH)
@AllowEntries(keep = {Role.ASSESSOR, Role.COORDINATOR})
class FrameworkResource extends RegisterResource<Framework> {

    static final String PATH = "/api/diagnostics/v1/frameworks";

    /// Published packages have thousands of items; other bodies stay below 256 KB.
    private static final int CASE_LARGEST = 8 * 1024 * 1024;

    record Step(@NotNull LocalDate on) {}

    /// @param measured by code
    record Question(@NotNull @Size(max = 1000) Map<@NotBlank String, @NotNull Mastery> measured) {}

    record Stands(Map<String, Mastery> competences) {}

    private final FrameworkService frameworks;
    private final FrameworkStore store;
    private final CompetenceRules rules;
    private final CaseService packages;

    FrameworkResource(Register<Framework> register, Registers registers, FrameworkService frameworks, FrameworkStore store,
                      CompetenceRules rules, CaseService packages) {
        super(PATH, register, registers);
        this.frameworks = frameworks;
        this.store = store;
        this.rules = rules;
        this.packages = packages;
    }

    @Override
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    public Mono<Void> remove(Caller caller, UUID id, IfMatch match) {
        return frameworks.removeFramework(caller, id, match);
    }

    @Operation(summary = "Adopts the version: from then on its competences stay as they are")
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/adoption")
    Mono<ResponseEntity<Entry<Framework>>> adopt(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step it) {
        return act(caller, id, match, framework -> framework.adopted(it.on()));
    }

    @Operation(summary = "Takes the version out of use: no new instrument is approved by it")
    @Allow(Role.COORDINATOR)
    @PostMapping("/{id}/deprecation")
    Mono<ResponseEntity<Entry<Framework>>> deprecate(Caller caller, @PathVariable UUID id, IfMatch match, @Valid @RequestBody Step it) {
        return act(caller, id, match, framework -> framework.deprecated(it.on()));
    }

    @Operation(summary = "How every competence of the version stands when some were measured")
    @Allow({Role.ASSESSOR, Role.COORDINATOR, Role.METHODIST})
    @PostMapping("/{id}/roll-up")
    Mono<Stands> rollUp(Caller caller, @PathVariable UUID id, @Valid @RequestBody Question it) {
        return registers.find(register, caller, id).then(store.tree(id)).map(tree -> new Stands(rules.check(tree, it.measured())));
    }

    @Operation(summary = "The version as a CFPackage of 1EdTech CASE")
    @Allow(anyoneSignedIn = true)
    @GetMapping("/{id}/case")
    Mono<CasePackage> toCase(Caller caller, @PathVariable UUID id) {
        return packages.write(caller, id);
    }

    @Operation(summary = "Takes a CFPackage of 1EdTech CASE in as a draft; the answer tells which associations and rubrics have no place here")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    @PostMapping(path = "/case", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(type = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)))
    Mono<ResponseEntity<CaseService.Taken>> fromCase(Caller caller, @RequestBody Flux<DataBuffer> body) {
        return DataBufferUtils.join(body, CASE_LARGEST).map(FrameworkResource::bytes).defaultIfEmpty(new byte[0])
                .flatMap(json -> packages.take(caller, json)).map(taken -> Answers.created(PATH + "/" + taken.framework().id(), taken,
                taken.framework().version()));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
