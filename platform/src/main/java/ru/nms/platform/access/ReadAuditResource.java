package ru.nms.platform.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;

/// Who looked at whom: for those who answer for the data, and for the operator. It names no person but by id.
@RestController
@RequestMapping("/api/${nms.service.name}/v1/read-records")
class ReadAuditResource {

    private static final String ID = "CAST(lpad(to_hex(r.id), 32, '0') AS uuid)";
    private static final String COLUMNS = """
            r.at, r.caller, r.roles, r.organisation_id, r.operation, r.fields, r.subject_ids, r.request_id""";
    private static final Listing LISTING = Listing.of("read-records", ID, "FROM read_audit r")
            .sort("at", "r.at", Kind.INSTANT)
            .filter("subjectId", "r.subject_ids @> ARRAY[:subjectId]", Kind.ID)
            .filter("caller", "r.caller = :caller", Kind.TEXT)
            .filter("from", "r.at >= :from", Kind.INSTANT)
            .filter("to", "r.at < :to", Kind.INSTANT);

    private final Lists lists;

    ReadAuditResource(Lists lists) {
        this.lists = lists;
    }

    /// @param fields     the class of fields that was shown
    /// @param subjectIds whose they were
    record View(Instant at, String caller, String roles, @Nullable UUID organisationId, String operation, String fields,
                List<UUID> subjectIds, String requestId) {}

    /// Who read whose data, newest first.
    @Allow({Role.COORDINATOR, Role.ADMIN})
    @GetMapping
    Mono<Page<View>> list(@OfList(ReadAuditResource.class) ListRequest request) {
        return lists.page(LISTING, request, COLUMNS, Scope.Condition.ALL, ReadAuditResource::read);
    }

    private static View read(Readable row) {
        return new View(row.get("at", Instant.class), row.get("caller", String.class), row.get("roles", String.class),
                row.get("organisation_id", UUID.class), row.get("operation", String.class), row.get("fields", String.class),
                List.of(row.get("subject_ids", UUID[].class)), row.get("request_id", String.class));
    }
}
