package ru.nms.diagnostics.rule;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;

/// The competence areas of the region, each with the clause that names it.
@RestController
@RequestMapping("/api/diagnostics/v1/competence-areas")
class AreaResource {

    private static final Table<Area> TABLE = Table.<Area>named("competence-areas")
            .column("code", "Код", Area::code)
            .column("title", "Область компетенций", Area::title)
            .column("citation", "Источник", Area::citation);

    private final Rulebook rules;

    AreaResource(Rulebook rules) {
        this.rules = rules;
    }

    /// @param source   clause: a document of the region profile and its lines
    /// @param citation the same in words
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Area(String code, String title, @Nullable String source, @Nullable String citation) {}

    @Operation(summary = "Competence areas on a day, today by default; empty when the region's sources name none")
    @Allow(anyoneSignedIn = true)
    @GetMapping
    Tabular<Page<Area>> list(@RequestParam(required = false) @Nullable LocalDate on) {
        return Tabular.of(Mono.fromSupplier(() -> areas(on == null ? rules.today() : on)), Page::items, TABLE);
    }

    private Page<Area> areas(LocalDate day) {
        var areas = rules.areas(day);
        return new Page<>(areas.codes().stream()
                .map(code -> new Area(code, rules.title(code), areas.source(), rules.citation(areas.source())))
                .toList(), null, null);
    }
}
