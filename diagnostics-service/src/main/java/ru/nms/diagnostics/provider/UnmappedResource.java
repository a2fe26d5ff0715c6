package ru.nms.diagnostics.provider;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import ru.nms.diagnostics.provider.ProviderScoreStore.Unmapped;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Page;
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

    UnmappedResource(ProviderScoreStore store) {
        this.store = store;
    }

    @Operation(summary = "Scales of providers without a mapping, and how many scores are kept under each")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    @GetMapping
    Tabular<Page<Unmapped>> list() {
        return Tabular.of(store.unmapped().collectList().map(found -> new Page<>(found, null, null)), Page::items, TABLE);
    }
}
