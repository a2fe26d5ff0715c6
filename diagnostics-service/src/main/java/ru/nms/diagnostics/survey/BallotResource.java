package ru.nms.diagnostics.survey;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import io.swagger.v3.oas.annotations.Operation;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.problem.Refusal;

/// Answering an anonymous survey: a ticket with a token, then the ballot with the ticket and without a token.
@RestController
@RequestMapping("/api/diagnostics/v1/survey-rounds/{id}")
class BallotResource {

    private final BallotService ballots;

    BallotResource(BallotService ballots) {
        this.ballots = ballots;
    }

    record Ticket(String ticket) {}

    record Ballot(@NotNull @Size(max = 100) String ticket, @NotNull @Size(max = 6) Map<@NotNull Band, @NotNull String> bands,
                  @NotNull @Size(max = 60) Map<@NotNull String, @NotNull @Size(max = 30) List<@NotNull String>> answers) {}

    @Operation(summary = "The right to one ballot; the same however often it is asked for, and written down nowhere")
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY})
    @GetMapping("/ticket")
    Mono<Ticket> ticket(Caller caller, @PathVariable UUID id) {
        return ballots.ticket(caller, id).map(Ticket::new);
    }

    /// A token or a key for repetition would name the respondent, so they are refused rather than ignored.
    @Operation(summary = "Cast a ballot, without a token; a ticket is good for one")
    @Allow(everyone = true)
    @PostMapping("/ballots")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> cast(@PathVariable UUID id, @Valid @RequestBody Ballot ballot, ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        return headers.containsHeader(HttpHeaders.AUTHORIZATION) || headers.containsHeader("Idempotency-Key")
                ? Mono.error(() -> Refusal.of(HttpStatus.BAD_REQUEST, "names-the-respondent"))
                : ballots.cast(id, ballot.ticket(), new Sheet(ballot.bands(), ballot.answers()));
    }
}
