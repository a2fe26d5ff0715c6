package ru.nms.platform.idempotency;

import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.NmsService;
import ru.nms.platform.access.Allow;
import ru.nms.platform.http.Answers;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.probe.Things;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.tx.Tx;

/// The probe behind HTTP.
@NmsService
class ThingsApplication {

    record Proposal(String title) {}

    record Created(UUID id, String title) {}

    @Bean
    Things things(DatabaseClient db, Tx tx, Outbox outbox) {
        return new Things(db, tx, outbox);
    }

    @RestController
    static class ThingResource {

        private final Things things;

        ThingResource(Things things) {
            this.things = things;
        }

        @Allow(anyoneSignedIn = true)
        @PostMapping("/things")
        Mono<ResponseEntity<Created>> create(@RequestBody Proposal proposal) {
            return things.create(proposal.title()).map(id -> {
                if (proposal.title().startsWith("refuse")) {
                    throw Refusal.conflict("conflict");
                }
                return Answers.created("/things/" + id, new Created(id, proposal.title()), 1);
            });
        }
    }
}
