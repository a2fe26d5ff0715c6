package ru.nms.platform.register;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ServerWebExchange;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listed;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;

/// The operations of a register over HTTP. A resource says who may by `@AllowEntries`, and adds what is its own:
/// actions of a status path, public lists.
public abstract class RegisterResource<S> implements Listed {

    protected final Register<S> register;
    protected final Registers registers;
    private final String path;

    /// @param path of the collection
    protected RegisterResource(String path, Register<S> register, Registers registers) {
        this.path = path;
        this.register = register;
        this.registers = registers;
    }

    @Override
    public Listing listing(boolean open) {
        return open ? Objects.requireNonNullElse(register.openListing, register.listing) : register.listing;
    }

    /// What the search over all registers finds of it.
    public Optional<Findable> findable() {
        return Optional.ofNullable(register.findable);
    }

    @Operation(summary = "Enters one; an `Idempotency-Key` makes it safe to send again")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<ResponseEntity<Entry<S>>> add(Caller caller, @Valid @RequestBody S content) {
        return registers.add(register, caller, content)
                .map(entry -> Answers.created(path + "/" + entry.id(), entry, entry.version()));
    }

    @Operation(summary = "The entries that the caller may see: filtered, sorted, page by page, or all as CSV or XLSX")
    @GetMapping
    public Tabular<Page<Entry<S>>> list(Caller caller, ListRequest request, ServerWebExchange exchange) {
        return registers.list(register, caller, request, exchange);
    }

    @Operation(summary = "One entry, with its version as `ETag`")
    @GetMapping("/{id}")
    public Mono<ResponseEntity<Entry<S>>> one(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
        return registers.one(register, caller, id, exchange).map(entry -> Answers.ok(entry, entry.version()));
    }

    @Operation(summary = "Replaces one entry; `If-Match` names the version that was read")
    @PutMapping("/{id}")
    public Mono<ResponseEntity<Entry<S>>> change(Caller caller, @PathVariable UUID id, IfMatch match,
                                                 @Valid @RequestBody S content) {
        return registers.replace(register, caller, id, match, content).map(entry -> Answers.ok(entry, entry.version()));
    }

    @Operation(summary = "Takes out what was entered in error")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public Mono<Void> remove(Caller caller, @PathVariable UUID id, IfMatch match) {
        return registers.remove(register, caller, id, match);
    }

    /// An action: what the entry becomes by it.
    protected Mono<ResponseEntity<Entry<S>>> act(Caller caller, UUID id, IfMatch match, UnaryOperator<S> next) {
        return registers.change(register, caller, id, match, next).map(entry -> Answers.ok(entry, entry.version()));
    }
}
