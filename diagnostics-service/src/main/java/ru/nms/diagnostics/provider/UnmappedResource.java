package ru.nms.diagnostics.provider;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import ru.nms.diagnostics.provider.ProviderScoreStore.Unmapped;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Paging;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;

/// Which scales of providers wait for somebody to say what they are here.
@RestController
@RequestMapping("/api/diagnostics/v1/unmapped-competences")
class UnmappedResource {

    private static final Table<Unmapped> TABLE = Table.<Unmapped>named("unmapped-competences")
            .column("provider", "Организатор", Unmapped::provider)
            .column("procedure", "Процедура", Unmapped::procedure)
            .column("code", "Код у организатора", Unmapped::code)
            .column("rows", "Строк", Unmapped::rows)
            .column("first", "Первая дата", Unmapped::first)
            .column("last", "Последняя дата", Unmapped::last);

    private final ProviderScoreStore store;
    private final Paging paging;

    UnmappedResource(ProviderScoreStore store, Paging paging) {
        this.store = store;
        this.paging = paging;
    }

    @Operation(summary = "Scales of providers without a mapping, and how many scores are kept under each")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    @GetMapping
    Tabular<Page<Unmapped>> list(@RequestParam(defaultValue = Paging.USUAL) @Min(1) @Max(Paging.MOST) int limit,
                                 @RequestParam(required = false) @Nullable String after) {
        return paging.page(store.unmapped().collectList(), it -> Paging.order(it.provider(), it.procedure(), it.code()),
                new Paging.Asked(limit, after), "", TABLE);
    }
}
