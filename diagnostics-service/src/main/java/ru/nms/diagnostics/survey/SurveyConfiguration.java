package ru.nms.diagnostics.survey;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.contracts.SurveyChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.Deadline;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;

/// The registers of survey forms and rounds.
@Configuration(proxyBeanMethods = false)
class SurveyConfiguration {

    @Bean
    Register<SurveyForm> surveyForms(SurveyStore store) {
        return Register.of("survey-forms", "survey_form", SurveyForm.class)
                .key(it -> Stream.of(it.kind(), it.title()))
                .words(it -> Stream.of(it.title()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("respondent", "e.respondent = :respondent", Kind.TEXT))
                .columns(SurveyColumns.FORMS).items("questions", Map.of(), "code")
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(change -> FormRules.check(change.after()))
                .facts(change -> change.before() == null ? Mono.just(new Faults())
                        : store.isUsed(change.id()).map(used -> new Faults().unless(!used, Fault.at("", "form-in-use"))));
    }

    /// A burnout survey is made once a year; other rounds are told apart by what they ask about.
    @Bean
    Register<SurveyRound> surveyRounds(SurveyStore store, RegionProfile region, RegionCalendar calendar) {
        return Register.of("survey-rounds", "survey_round", SurveyRound.class)
                .key(it -> it.kind() == SurveyKind.BURNOUT ? Stream.of(it.kind(), it.year())
                        : Stream.of(it.kind(), it.year(), it.title(), it.programmeId()))
                .words(it -> Stream.of(it.title()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("status", "e.status = :status", Kind.TEXT)
                        .filter("year", "e.year = :year", Kind.NUMBER)
                        .filter("programmeId", "e.programme_id = :programmeId", Kind.ID))
                .columns(SurveyColumns.ROUNDS)
                .own("status", SurveyRound.Status.PLANNED).own("answers", null).own("groups", null)
                .own("analysis", null).own("analysedOn", null)
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(change -> check(change, region, calendar))
                .facts(change -> store.forms(change.after().formIds()).map(SurveyStore.Form::form).collectList()
                        .map(forms -> fit(change.after(), forms)))
                .removedIn(SurveyRound.MOVES, SurveyRound::stands, SurveyRound.Status.PLANNED)
                .announced(SurveyChanged.TOPIC);
    }

    private static Faults check(Change<SurveyRound> change, RegionProfile region, RegionCalendar calendar) {
        var it = change.after();
        var faults = new Faults().unless(it.until().isAfter(it.since()), Fault.at("/until", "minimum", it.since().plusDays(1)));
        checkTraining(it, region, calendar, faults);
        var before = change.before();
        if (before != null && before.stands() != SurveyRound.Status.PLANNED) {
            fixed(faults, "/kind", before.kind(), it.kind());
            fixed(faults, "/year", before.year(), it.year());
            fixed(faults, "/formIds", before.formIds(), it.formIds());
            fixed(faults, "/programmeId", before.programmeId(), it.programmeId());
            fixed(faults, "/trainingEndedOn", before.trainingEndedOn(), it.trainingEndedOn());
        }
        return faults;
    }

    private static void fixed(Faults faults, String pointer, @Nullable Object before,
                              @Nullable Object after) {
        faults.unless(Objects.equals(before, after), Fault.at(pointer, "fixed"));
    }

    /// Delayed results are asked for when the time that the region (or the product) sets has passed since the training.
    private static void checkTraining(SurveyRound it, RegionProfile region, RegionCalendar calendar, Faults faults) {
        var ended = it.trainingEndedOn();
        if (it.kind() != SurveyKind.DELAYED_RESULT) {
            faults.unless(it.programmeId() == null, Fault.at("/programmeId", "not-allowed"))
                    .unless(ended == null, Fault.at("/trainingEndedOn", "not-allowed"));
            return;
        }
        faults.unless(it.programmeId() != null, Fault.at("/programmeId", "required"))
                .unless(ended != null, Fault.at("/trainingEndedOn", "required"));
        if (ended != null) {
            var first = earliest(ended, region.on(calendar.today()));
            faults.unless(!it.since().isBefore(first), Fault.at("/since", "minimum", first));
        }
    }

    private static LocalDate earliest(LocalDate ended, RegionProfile region) {
        return ended.plus(region.deadline("DELAYED_RESULT_SURVEY").map(Deadline::period).orElse(Period.ZERO));
    }

    /// One form for each kind of respondents; one alone where there are no kinds.
    private static Faults fit(SurveyRound it, List<SurveyForm> forms) {
        var faults = new Faults();
        faults.unless(forms.size() == it.formIds().stream().distinct().count() && it.formIds().size() == forms.size(),
                Fault.at("/formIds", "unknown-form"));
        faults.unless(forms.stream().allMatch(form -> form.kind() == it.kind()), Fault.at("/formIds", "form-of-other-kind"));
        faults.unless(forms.stream().map(SurveyForm::respondent).distinct().count() == forms.size(),
                Fault.at("/formIds", "repeated-respondent"));
        return faults;
    }
}
