package ru.nms.registry.municipality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.http.Answers;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.table.Table;

/// Municipalities of the region with their aliases and groupings.
@RestController
@RequestMapping("/api/registry/v1/municipalities")
class MunicipalityResource {

    private static final Table<View> TABLE = Table.<View>named("municipalities")
            .column("id", Table.IDENTIFIER, View::id)
            .column("code", "Код", View::code)
            .column("name", "Название", View::name)
            .column("aliases", "Другие названия", View::aliases)
            .column("territoryType", "Вид территории", View::territoryType)
            .column("groupings", "Объединения", View::groupings)
            .column("methodists", "Методистов по отчётам", view -> byYear(view.methodists()))
            .column("teachersReported", "Педагогов по отчётам", view -> byYear(view.teachersReported()))
            .column("closedOn", "Упразднён с", View::closedOn);

    private final MunicipalityStore municipalities;

    MunicipalityResource(MunicipalityStore municipalities) {
        this.municipalities = municipalities;
    }

    /// @param groupings        codes of the units it belongs to
    /// @param methodists       municipal methodists by year, as the region reports them
    /// @param teachersReported teachers by year, as the region reports them
    record View(UUID id, long version, Instant createdAt, Instant changedAt, String code, String name,
                List<String> aliases, @Nullable String territoryType, Collection<String> groupings,
                Map<Integer, Integer> methodists, Map<Integer, Integer> teachersReported, @Nullable LocalDate closedOn) {

        static View of(Municipality it) {
            return new View(it.id(), it.version(), it.createdAt(), it.changedAt(), it.code(), it.name(), it.aliases(),
                    it.territoryType(), it.groupings().values(), it.methodists(), it.teachersReported(), it.closedOn());
        }
    }

    private static List<String> byYear(Map<Integer, Integer> counts) {
        return counts.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue()).toList();
    }

    /// Municipalities under their names and aliases.
    @Allow(anyoneSignedIn = true)
    @GetMapping
    Tabular<Page<View>> list(@OfList(MunicipalityStore.class) ListRequest request) {
        return municipalities.select(request).map(View::of).as(TABLE);
    }

    /// One municipality.
    @Allow(anyoneSignedIn = true)
    @GetMapping("/{id}")
    Mono<ResponseEntity<View>> one(@PathVariable UUID id) {
        return municipalities.find(id)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("municipality")))
                .map(found -> Answers.ok(View.of(found), found.version()));
    }
}
