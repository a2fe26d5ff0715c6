package ru.nms.registry.community;

import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import ru.nms.platform.list.Page;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;

@RestController
@RequestMapping(MemberResource.PATH)
class MemberResource {

    static final String PATH = "/api/registry/v1/community-members";

    private final Register<Member> register;
    private final Registers registers;

    MemberResource(Register<Member> register, Registers registers) {
        this.register = register;
        this.registers = registers;
    }

    @Allow({Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION})
    @PostMapping
    Mono<ResponseEntity<Entry<Member>>> add(Caller caller, @Valid @RequestBody Member member) {
        return registers.add(register, caller, member)
                .map(entry -> Answers.created(PATH + "/" + entry.id(), entry, entry.version()));
    }

    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping
    Mono<Page<Entry<Member>>> list(Caller caller, ListRequest request, ServerWebExchange exchange) {
        return registers.page(register, caller, request, exchange);
    }

    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR,
            Role.MINISTRY})
    @GetMapping("/{id}")
    Mono<ResponseEntity<Entry<Member>>> one(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return registers.one(register, caller, id, exchange).map(entry -> Answers.ok(entry, entry.version()));
    }

    @Allow({Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION})
    @PutMapping("/{id}")
    Mono<ResponseEntity<Entry<Member>>> change(Caller caller, @PathVariable UUID id, IfMatch match,
                                                  @Valid @RequestBody Member member) {
        return registers.change(register, caller, id, match, present -> member)
                .map(entry -> Answers.ok(entry, entry.version()));
    }

    /// Takes out what was entered in error; who leaves gets `until`.
    @Allow({Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION})
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Caller caller, @PathVariable UUID id, IfMatch match) {
        return registers.remove(register, caller, id, match);
    }
}
