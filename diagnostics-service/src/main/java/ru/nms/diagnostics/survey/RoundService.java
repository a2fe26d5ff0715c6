package ru.nms.diagnostics.survey;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.contracts.SurveyChanged.Figure;
import ru.nms.contracts.SurveyChanged.Group;
import ru.nms.diagnostics.survey.FigureStore.Told;
import ru.nms.diagnostics.survey.SurveyForm.Answering;
import ru.nms.diagnostics.survey.SurveyForm.Question;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import ru.nms.platform.tx.Tx;

/// Opens rounds and closes them: what was answered becomes figures, in the transaction that ends the asking.
@Service
class RoundService {

    static final String REGION = "REGION";
    static final String RESPONDENT = "RESPONDENT";
    private static final int SECRET_BYTES = 32;

    private final Register<SurveyRound> register;
    private final Registers registers;
    private final SurveyStore store;
    private final FigureStore figures;
    private final Tx tx;
    private final SecureRandom random = new SecureRandom();

    RoundService(Register<SurveyRound> surveyRounds, Registers registers, SurveyStore store, FigureStore figures, Tx tx) {
        this.register = surveyRounds;
        this.registers = registers;
        this.store = store;
        this.figures = figures;
        this.tx = tx;
    }

    Mono<Entry<SurveyRound>> open(Caller caller, UUID id, IfMatch match) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return tx.run(registers.change(register, caller, id, match, SurveyRound::opened)
                .delayUntil(entry -> entry.content().kind().anonymous ? store.keepSecret(id, secret) : Mono.empty()));
    }

    Mono<Entry<SurveyRound>> close(Caller caller, UUID id, IfMatch match) {
        return tx.run(store.lock(id)
                .then(Mono.defer(() -> registers.find(register, caller, id)))
                .flatMap(entry -> entry.content().kind().anonymous ? ballots(id) : answers(id))
                .delayUntil(told -> figures.keep(id, told))
                .delayUntil(told -> store.destroyBallots(id))
                .flatMap(told -> registers.change(register, caller, id, match, round -> round.closed(all(told), announced(told)))));
    }

    /// Two readings: who can be told apart is known only when everybody is counted.
    private Mono<List<Told>> ballots(UUID round) {
        return store.formsOf(round).single().flatMap(form -> store.stated(round)
                .collectMap(SurveyStore.Stated::bands, SurveyStore.Stated::people)
                .map(Disclosure::of)
                .flatMap(disclosure -> store.ballots(round)
                        .collect(() -> new TreeMap<Disclosure.Key, Tally>(), (tallies, ballot) -> disclosure.groupsOf(ballot.bands())
                                .forEach(group -> tallies.computeIfAbsent(group, fresh -> new Tally()).add(ballot, closed(form.form()))))
                        .map(tallies -> told(tallies, form.form().kind()))));
    }

    private static List<String> closed(SurveyForm form) {
        return form.questions().stream().filter(question -> question.answering() != Answering.TEXT).map(Question::code).toList();
    }

    private static List<Told> told(Map<Disclosure.Key, Tally> tallies, SurveyKind kind) {
        var told = new ArrayList<Told>();
        var discreet = kind.sensitive ? Disclosure.discreet(tallies) : Map.<Disclosure.Key, List<Figure>>of();
        tallies.forEach((group, tally) -> told.add(new Told(group.by() == null ? REGION : group.by().name(), group.value(),
                group.crossed() == null ? "" : group.crossed().name(), group.crossedValue(), tally.sheets(),
                kind.sensitive ? discreet.getOrDefault(group, List.of()) : tally.figures())));
        return told;
    }

    /// Each kind of respondents has questions of its own, so they are told apart; how many there are in all is told
    /// only when that does not betray a kind of fewer than five.
    private Mono<List<Told>> answers(UUID round) {
        return store.formsOf(round).collectMap(SurveyStore.Form::id, SurveyStore.Form::form).flatMap(forms -> store.answers(round)
                .collect(() -> new HashMap<UUID, Tally>(), (tallies, given) -> tallies
                        .computeIfAbsent(given.formId(), fresh -> new Tally()).add(given.sheet(), closed(known(forms, given.formId()))))
                .map(tallies -> {
                    var told = new ArrayList<Told>();
                    tallies.entrySet().stream().filter(one -> one.getValue().sheets() >= Disclosure.LEAST)
                            .forEach(one -> told.add(new Told(RESPONDENT, String.valueOf(known(forms, one.getKey()).respondent()), "", "",
                                    one.getValue().sheets(), one.getValue().figures())));
                    long all = tallies.values().stream().mapToLong(Tally::sheets).sum();
                    long hidden = all - told.stream().mapToLong(Told::answers).sum();
                    if (all > 0 && (hidden == 0 || hidden >= Disclosure.LEAST)) {
                        told.add(new Told(REGION, "", "", "", all, List.of()));
                    }
                    return told;
                }));
    }

    private static SurveyForm known(Map<UUID, SurveyForm> forms, UUID id) {
        return Objects.requireNonNull(forms.get(id));
    }

    private static @Nullable Long all(List<Told> told) {
        return told.stream().filter(group -> group.by().equals(REGION)).map(Told::answers).findFirst().orElse(null);
    }

    private static List<Group> announced(List<Told> told) {
        return told.stream()
                .filter(group -> group.crossed().isEmpty() && List.of(REGION, RESPONDENT, Band.MUNICIPALITY.name()).contains(group.by()))
                .map(group -> new Group(group.by(), group.value().isEmpty() ? null : group.value(), group.answers(), group.figures()))
                .toList();
    }
}
