package ru.nms.diagnostics.person;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.person.ImportedStore.Listed;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;

/// Under which ids this service knows what came from files.
@RestController
@RequestMapping("/api/diagnostics/v1/imported-subjects")
class ImportedResource {

    private static final Table<Listed> TABLE = Table.<Listed>named("imported-subjects")
            .column("kind", "Вид", Listed::kind).column("number", "Номер в исходной системе", Listed::number)
            .column("id", "Идентификатор", Listed::id).column("name", "Название", Listed::name);

    private final ImportedStore store;
    private final ReadAudit audit;

    ImportedResource(ImportedStore store, ReadAudit audit) {
        this.store = store;
        this.audit = audit;
    }

    @Operation(summary = "Municipalities, organisations and people that came from files: number and id")
    @Allow({Role.ASSESSOR, Role.COORDINATOR})
    @GetMapping
    Tabular<Page<Listed>> list(Caller caller, @OfList(ImportedStore.class) ListRequest request, ServerWebExchange exchange) {
        return store.select(request).before(shown -> {
            var people = shown.stream().filter(it -> it.kind().equals(Subject.PERSON.name())).map(Listed::id).toList();
            return people.isEmpty() ? Mono.empty() : audit.record(caller, people, "numbers", exchange);
        }).as(TABLE);
    }
}
