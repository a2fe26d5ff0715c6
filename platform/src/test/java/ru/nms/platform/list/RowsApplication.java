package ru.nms.platform.list;

import java.util.List;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.platform.NmsService;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.table.Table;

/// One list behind HTTP.
@NmsService
class RowsApplication {

    record Row(UUID id, String name, int number) {}

    @RestController
    static class RowResource {

        static final Listing LISTING = Listing.of("rows", "r.id", "FROM table_row r")
                .sort("number", "r.number", Kind.NUMBER)
                .sort("name", "r.name", Kind.TEXT)
                .filter("team", "r.team = :team", Kind.TEXT);

        private static final Scope.Columns COLUMNS = new Scope.Columns("r.owner = :scope", null, null, null);
        private static final Table<Row> TABLE = Table.<Row>named("rows")
                .column("number", "Номер", Row::number)
                .column("name", "Название", Row::name);

        private final Lists lists;
        private final ReadAudit audit;

        RowResource(Lists lists, ReadAudit audit) {
            this.lists = lists;
            this.audit = audit;
        }

        @Allow({Role.COORDINATOR, Role.MUNICIPALITY})
        @GetMapping("/rows")
        Tabular<Page<Row>> list(Caller caller, @OfList(RowResource.class) ListRequest request, ServerWebExchange exchange) {
            return lists.select(LISTING, request, "r.id, r.name, r.number", Scope.of(caller).on(COLUMNS),
                            row -> new Row(row.get("id", UUID.class), row.get("name", String.class),
                                    row.get("number", Integer.class)))
                    .before(seen -> audit.record(caller, seen.stream().map(Row::id).toList(), "rows", exchange))
                    .as(TABLE);
        }

        @Allow(anyoneSignedIn = true)
        @GetMapping("/short")
        Tabular<List<Row>> listShort() {
            return Tabular.of(Mono.just(List.of(new Row(new UUID(0, 1), "one", 1))), rows -> rows, TABLE);
        }
    }
}
