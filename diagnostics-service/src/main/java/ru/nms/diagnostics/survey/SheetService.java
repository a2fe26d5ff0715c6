package ru.nms.diagnostics.survey;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;

/// Takes the answers of surveys that are not anonymous: one of each person in a round.
@Service
class SheetService {

    private final SurveyStore store;
    private final RespondentStore respondents;
    private final SpeakerStore speakers;
    private final RegionCalendar calendar;
    private final Outbox outbox;
    private final Tx tx;

    SheetService(SurveyStore store, RespondentStore respondents, SpeakerStore speakers, RegionCalendar calendar, Outbox outbox, Tx tx) {
        this.store = store;
        this.respondents = respondents;
        this.speakers = speakers;
        this.calendar = calendar;
        this.outbox = outbox;
        this.tx = tx;
    }

    Mono<Answer> answer(Caller caller, UUID round, UUID form, Map<String, List<String>> answers) {
        var person = caller.personId();
        if (person == null) {
            return Mono.error(Refusal::forbidden);
        }
        var answer = new Answer(Ids.next(), round, form, person, caller.organisationId(), calendar.today(), answers);
        return tx.run(open(round)
                .then(Mono.defer(() -> store.formsOf(round).filter(asked -> asked.id().equals(form)).next()))
                .switchIfEmpty(Mono.error(() -> Refusal.invalid(Fault.at("/formId", "unknown-form"))))
                .delayUntil(asked -> admitted(caller, person, round, asked.form()))
                .doOnNext(asked -> new Sheet(Map.of(), answers).check(asked.form()).refuse())
                .flatMap(asked -> store.answer(answer))
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> Refusal.conflict("answered-already")))
                .then(outbox.untold("survey-answers", Map.of(answer.id(), 1L), false))
                .thenReturn(answer));
    }

    private Mono<Void> admitted(Caller caller, UUID person, UUID round, SurveyForm form) {
        return switch (form.kind()) {
            case DELAYED_RESULT -> respondents.admits(caller, person, round, form.respondent())
                    .flatMap(yes -> yes ? Mono.empty() : refused("form-for-others"));
            case TRAINING_REQUEST -> speakers.admits(caller, person, form.respondent())
                    .flatMap(yes -> yes ? Mono.empty() : refused("not-of-service-or-team"));
            case SERVICE_SATISFACTION, BURNOUT -> Mono.empty();
        };
    }

    private static Mono<Void> refused(String code) {
        return Mono.error(Refusal.invalid(Fault.at("/formId", code)));
    }

    private Mono<SurveyStore.Asked> open(UUID round) {
        return store.asked(round).filter(asked -> !asked.kind().anonymous)
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("survey-round")))
                .filter(asked -> asked.on(calendar.today()))
                .switchIfEmpty(Mono.error(() -> Refusal.conflict("survey-not-open")));
    }
}
