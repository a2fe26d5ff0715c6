package ru.nms.diagnostics.survey;

import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.tx.Tx;

/// Gives tickets to people and takes ballots from nobody in particular.
@Service
class BallotService {

    private final SurveyStore store;
    private final RegionCalendar calendar;
    private final Tx tx;

    BallotService(SurveyStore store, RegionCalendar calendar, Tx tx) {
        this.store = store;
        this.calendar = calendar;
        this.tx = tx;
    }

    /// Writes nothing: that somebody asked for a ticket stands nowhere.
    Mono<String> ticket(Caller caller, UUID round) {
        var person = caller.personId();
        return person == null ? Mono.error(Refusal::forbidden)
                : tx.run(open(round).then(Mono.defer(() -> store.tickets(round))).map(tickets -> tickets.of(person)));
    }

    Mono<Void> cast(UUID round, String ticket, Sheet ballot) {
        return tx.run(open(round)
                .then(Mono.defer(() -> store.formsOf(round).single()))
                .doOnNext(form -> ballot.check(form.form()).refuse())
                .then(Mono.defer(() -> store.tickets(round)))
                .flatMap(tickets -> Mono.justOrEmpty(tickets.number(ticket)))
                .switchIfEmpty(Mono.error(() -> Refusal.conflict("ticket-not-valid")))
                .flatMap(number -> store.spend(round, number))
                .filter(fresh -> fresh)
                .switchIfEmpty(Mono.error(() -> Refusal.conflict("ticket-spent")))
                .flatMap(fresh -> store.cast(round, ballot)));
    }

    private Mono<SurveyStore.Asked> open(UUID round) {
        return store.asked(round).filter(asked -> asked.kind().anonymous)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("survey-round")))
                .filter(asked -> asked.on(calendar.today()))
                .switchIfEmpty(Mono.error(() -> Refusal.conflict("survey-not-open")));
    }
}
