package ru.nms.registry.methodist;

import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.table.Table;
import ru.nms.registry.naming.Names.Named;

/// Which methodist accompanies whom, and from when until when.
@RestController
@RequestMapping(AssignmentResource.PATH)
class AssignmentResource {

    static final String PATH = "/api/registry/v1/assignments";

    private static final Table<Named<Assignment>> TABLE = Table.<Named<Assignment>>named("assignments")
            .column("id", Table.IDENTIFIER, it -> it.row().id())
            .column("methodist", "Методист", it -> it.name(it.row().methodistId()))
            .column("person", "Педагог", it -> it.name(it.row().personId()))
            .column("since", "С", it -> it.row().since())
            .column("until", "До", it -> it.row().until());

    private final AssignmentService assignments;
    private final AssignmentStore store;
    private final MethodistNamesService names;

    AssignmentResource(AssignmentService assignments, AssignmentStore store, MethodistNamesService names) {
        this.assignments = assignments;
        this.store = store;
        this.names = names;
    }

    /// Assigns a person to a methodist; beyond the region's limit it warns or refuses.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<AssignmentService.Assigned>> assign(Caller caller, @Valid @RequestBody Assignment.Draft draft) {
        return assignments.assign(caller, draft)
                .map(made -> Answers.created(PATH + "/" + made.assignment().id(), made, made.assignment().version()));
    }

    /// Assignments of people to methodists.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping
    Tabular<Page<Assignment>> list(Caller caller, @OfList(AssignmentStore.class) ListRequest request, ServerWebExchange exchange) {
        return store.select(request, MethodistAccess.assignments(caller)).as(TABLE, rows ->
                names.named(caller, rows, it -> Stream.of(it.personId()), it -> Stream.of(it.methodistId()), exchange));
    }

    /// One assignment.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping("/{id}")
    Mono<ResponseEntity<Assignment>> one(Caller caller, @PathVariable UUID id) {
        return assignments.find(caller, id).map(found -> Answers.ok(found, found.version()));
    }

    /// Changes the dates; `until` ends the assignment.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY})
    @PutMapping("/{id}")
    Mono<ResponseEntity<AssignmentService.Assigned>> change(Caller caller, @PathVariable UUID id, IfMatch match,
                                                            @Valid @RequestBody Assignment.Draft draft) {
        return assignments.change(caller, id, match, draft).map(changed -> Answers.ok(changed, changed.assignment().version()));
    }
}
