package ru.nms.diagnostics.provider;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import ru.nms.diagnostics.provider.ProviderWaitingStore.Unmatched;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;

/// Which people of providers wait for somebody to say who they are here.
@RestController
@RequestMapping("/api/diagnostics/v1/unmatched-people")
class UnmatchedResource {

    private static final Table<Unmatched> TABLE = Table.<Unmatched>named("unmatched-people")
            .column("provider", "Организатор", Unmatched::provider)
            .column("code", "Код у организатора", Unmatched::code)
            .column("rows", "Строк", Unmatched::rows)
            .column("first", "Первая дата", Unmatched::first)
            .column("last", "Последняя дата", Unmatched::last);

    private final ProviderWaitingStore store;

    UnmatchedResource(ProviderWaitingStore store) {
        this.store = store;
    }

    @Operation(summary = "People as providers call them of whom nobody has said who they are, and how many scores are kept of each")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    @GetMapping
    Tabular<Page<Unmatched>> list() {
        return Tabular.of(store.unmatched().collectList().map(found -> new Page<>(found, null, null)), Page::items, TABLE);
    }
}
