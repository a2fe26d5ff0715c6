package ru.nms.platform.outbox;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.r2dbc.spi.Readable;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;

/// Who changed what: for those who answer for the data, and for the operator. It names no person but by id.
@RestController
@RequestMapping("/api/${nms.service.name}/v1/change-records")
class ChangeAuditResource {

    private static final String COLUMNS = """
            c.id, c.at, c.caller, c.roles, c.organisation_id, c.operation, c.request_id, c.what, c.subject_id, c.version, c.gone""";
    private static final Listing LISTING = Listing.of("change-records", "c.id", "FROM change_audit c")
            .sort("at", "c.at", Kind.INSTANT)
            .filter("subjectId", "c.subject_id = :subjectId", Kind.ID)
            .filter("caller", "c.caller = :caller", Kind.TEXT)
            .filter("what", "c.what = :what", Kind.TEXT)
            .filter("from", "c.at >= :from", Kind.INSTANT)
            .filter("to", "c.at < :to", Kind.INSTANT);

    private static final Table<View> TABLE = Table.<View>named("change-records")
            .column("at", "Когда (UTC)", view -> LocalDateTime.ofInstant(view.at(), ZoneOffset.UTC))
            .column("caller", "Кто", View::caller)
            .column("roles", "Роли", View::roles)
            .column("organisationId", "От организации (идентификатор)", View::organisationId)
            .column("operation", "Операция", View::operation)
            .column("what", "Что", View::what)
            .column("subjectId", Table.IDENTIFIER, View::subjectId)
            .column("version", "Версия", View::version)
            .column("gone", "Удалено", View::gone)
            .column("requestId", "Номер запроса", View::requestId);

    private final Lists lists;

    ChangeAuditResource(Lists lists) {
        this.lists = lists;
    }

    /// @param what topic or register of the subject
    /// @param gone the subject was removed
    record View(UUID id, Instant at, String caller, String roles, @Nullable UUID organisationId, String operation,
                String requestId, String what, UUID subjectId, long version, boolean gone) {}

    /// Who changed what, newest first.
    @Allow({Role.COORDINATOR, Role.ADMIN})
    @GetMapping
    Tabular<Page<View>> list(@OfList(ChangeAuditResource.class) ListRequest request) {
        return lists.select(LISTING, request, COLUMNS, Scope.Condition.ALL, ChangeAuditResource::read).as(TABLE);
    }

    private static View read(Readable row) {
        return new View(row.get("id", UUID.class), row.get("at", Instant.class), row.get("caller", String.class),
                row.get("roles", String.class), row.get("organisation_id", UUID.class), row.get("operation", String.class),
                row.get("request_id", String.class), row.get("what", String.class), row.get("subject_id", UUID.class),
                row.get("version", Long.class), row.get("gone", Boolean.class));
    }
}
