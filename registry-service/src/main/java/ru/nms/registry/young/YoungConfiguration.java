package ru.nms.registry.young;

import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.PeopleRules.SupportForm;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Reference;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.keeping.Act;
import ru.nms.registry.keeping.Keeping;
import ru.nms.registry.person.PersonReference;

/// The registers of young-teacher support.
@Configuration(proxyBeanMethods = false)
class YoungConfiguration {

    private static final Set<String> EDUCATORS = Set.of("HIGHER_EDUCATION", "VOCATIONAL_EDUCATION");

    private static final Reference MODEL = Reference.titled("young-model", "young_model");

    @Bean
    Register<SupportParticipation> supportParticipations(RegionProfile profile, YoungStore store) {
        var forms = profile.people().supportForms().stream().map(SupportForm::code).toList();
        var clause = profile.clause(profile.people().supportForms().stream().map(SupportForm::source));
        var young = profile.youngTeacher();
        return Register.of("support-participations", "support_participation", SupportParticipation.class)
                .key(it -> Stream.of(it.personId(), it.form(), it.heldOn(), it.title()))
                .words(it -> Stream.of(it.title(), profile.label(it.form())))
                .listed(listing -> listing.sort("heldOn", "e.held_on", Kind.DATE)
                        .filter("personId", "e.person_id = :personId", Kind.ID).filter("form", "e.form = :form", Kind.TEXT)
                        .filter("from", "e.held_on >= :from", Kind.DATE).filter("to", "e.held_on <= :to", Kind.DATE))
                .refers("personId", PERSON).refers("organisationId", ORGANISATION)
                .columns(Columns.of(Column.text("person", "Молодой педагог", "ФИО").mandatory(),
                        Column.coded("form", profile.people().supportForms().stream()
                                .map(it -> Choice.of(it.code(), it.title())).toList(), "Форма поддержки").mandatory(),
                        Column.date("heldOn", "Дата").mandatory(), Column.text("title", "Содержание"),
                        Column.text("organisation", "Организатор")))
                .seen(PersonReference.visible("e.person_id"))
                .keptBy(Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION)
                .rules(change -> new Faults().unless(forms.contains(change.after().form()),
                        Fault.at("/form", "not-one-of", String.join(", ", forms)).under(clause)))
                .facts(change -> store.young(change.after().personId(), change.after().heldOn()).map(is -> new Faults()
                        .unless(is, Fault.at("/personId", "not-young").under(profile.clause(young == null ? null : young.source())))))
                .about(it -> List.of(it.personId()));
    }

    @Bean
    Register<GraduateSupport> graduateSupport(YoungStore store) {
        return Register.of("graduate-support", "graduate_support", GraduateSupport.class)
                .key(it -> Stream.of(it.personId(), it.institutionId(), it.form(), it.heldOn(), it.topic()))
                .words(it -> Stream.of(it.topic()))
                .listed(listing -> listing.sort("heldOn", "e.held_on", Kind.DATE)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("institutionId", "e.institution_id = :institutionId", Kind.ID)
                        .filter("form", "e.form = :form", Kind.TEXT))
                .refers("personId", PERSON).refers("institutionId", ORGANISATION)
                .columns(Columns.of(Column.text("person", "Выпускник", "ФИО").mandatory(),
                        Column.text("institution", "Образовательная организация").mandatory(),
                        Column.coded("form", List.of(Choice.of("MENTORING", "Наставничество"), Choice.of("CONSULTATION", "Консультация")),
                                "Форма").mandatory(),
                        Column.date("heldOn", "Дата").mandatory(), Column.text("topic", "Тема").mandatory()))
                .seen(PersonReference.visible("e.person_id")).keptBy(Role.COORDINATOR).keptBy(Role.ORGANISATION, Caller::organisationId, GraduateSupport::institutionId)
                .facts(change -> store.firstYear(change.after().personId(), change.after().heldOn())
                        .zipWith(store.educates(change.after().institutionId(), EDUCATORS))
                        .map(found -> new Faults().unless(found.getT1(), Fault.at("/heldOn", "not-first-year"))
                                .unless(found.getT2(), Fault.at("/institutionId", "no-educator"))))
                .about(it -> List.of(it.personId()));
    }

    @Bean
    Register<YoungModel> youngModels() {
        return Register.of("young-teacher-models", "young_model", YoungModel.class)
                .key(it -> Stream.of(it.title(), it.since()))
                .words(it -> Stream.of(it.title(), it.act().number()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE).filter("on", Keeping.ON, Kind.DATE))
                .columns(Columns.of(Stream.of(Stream.of(Column.text("title", "Название").mandatory()), Act.columns().map(Column::mandatory),
                        Stream.of(Column.date("since", "С").mandatory(), Column.date("until", "До"),
                                Column.text("measures", "Меры").sentences().mandatory())).flatMap(it -> it).toList()))
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(change -> Keeping.times(change.after().since(), change.after().until()));
    }

    @Bean
    Register<YoungModelResult> youngModelResults() {
        return Register.of("young-teacher-model-results", "young_model_result", YoungModelResult.class)
                .key(it -> Stream.of(it.modelId(), it.year(), it.figure()))
                .words(it -> Stream.of(it.figure(), it.conclusion()))
                .listed(listing -> listing.sort("year", "e.year", Kind.NUMBER)
                        .filter("modelId", "e.model_id = :modelId", Kind.ID).filter("year", "e.year = :year", Kind.NUMBER))
                .refers("modelId", MODEL)
                .columns(Columns.of(Column.text("model", "Модель").mandatory(), Column.of("year", Column.Kind.INTEGER, "Год").mandatory(),
                        Column.text("figure", "Показатель").mandatory(),
                        Column.of("value", Column.Kind.DECIMAL, "Значение").mandatory(), Column.text("conclusion", "Вывод")))
                .seenByAll().keptBy(Role.COORDINATOR);
    }

    @Bean
    ImportKind supportParticipationImport(RegisterFiles files, Register<SupportParticipation> supportParticipations) {
        return files.importOf(supportParticipations, Role.COORDINATOR);
    }

    @Bean
    ImportKind graduateSupportImport(RegisterFiles files, Register<GraduateSupport> graduateSupport) {
        return files.importOf(graduateSupport, Role.COORDINATOR);
    }

    @Bean
    ImportKind youngModelImport(RegisterFiles files, Register<YoungModel> youngModels) {
        return files.importOf(youngModels, Role.COORDINATOR);
    }

    @Bean
    ImportKind youngModelResultImport(RegisterFiles files, Register<YoungModelResult> youngModelResults) {
        return files.importOf(youngModelResults, Role.COORDINATOR);
    }

    @Bean
    Feed supportParticipationFeed(Register<SupportParticipation> supportParticipations) {
        return supportParticipations.feed(List.of("personId", "form", "heldOn"), List.of("personId", "form", "heldOn",
                "organisationId"), "people", "organisations");
    }
}
