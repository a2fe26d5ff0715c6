package ru.nms.registry.mentoring;

import static ru.nms.registry.community.CommunityReference.COMMUNITY;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.OrganisationKind;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Reference;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.keeping.Keeping;

/// The registers of models, programmes and managerial mentoring.
@Configuration(proxyBeanMethods = false)
class MentoringConfiguration {

    static final Reference PROGRAMME = Reference.titled("mentoring-programme", "mentoring_programme");

    /// The kinds of organisations of which shares are counted: where teachers work.
    static Set<String> schools(RegionProfile profile) {
        return profile.organisationKinds().stream().filter(OrganisationKind::employsTeachers).map(OrganisationKind::kind)
                .collect(Collectors.toSet());
    }

    @Bean
    Register<MentoringModel> mentoringModels() {
        return Register.of("mentoring-models", "mentoring_model", MentoringModel.class)
                .key(it -> Stream.of(it.organisationId(), it.since()))
                .words(it -> Stream.of(it.document()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("organisationId", "e.organisation_id = :organisationId", Kind.ID)
                        .filter("on", Keeping.ON, Kind.DATE))
                .refers("organisationId", ORGANISATION)
                .columns(Columns.of(Column.text("organisation", "Организация").mandatory(),
                        Column.date("since", "Принята").mandatory(), Column.text("document", "Документ").mandatory(),
                        Column.date("until", "Действует до")))
                .seenByAll().keptBy(Role.COORDINATOR).keptBy(Role.ORGANISATION, Caller::organisationId, MentoringModel::organisationId)
                .rules(change -> Keeping.times(change.after().since(), change.after().until()));
    }

    /// Only where the region mentors teams.
    @Bean
    Register<ManagerialMentorship> managerialMentorships(RegionProfile profile) {
        boolean known = profile.mentoring() != null && profile.mentoring().managerial() != null;
        return Register.of("managerial-mentorships", "managerial_mentorship", ManagerialMentorship.class)
                .key(it -> Stream.of(it.strongId(), it.weakId(), it.since()))
                .words(it -> Stream.of(it.aim(), it.result()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("organisationId", "(e.strong_id = :organisationId OR e.weak_id = :organisationId)", Kind.ID)
                        .filter("on", Keeping.ON, Kind.DATE))
                .refers("strongId", ORGANISATION).refers("weakId", ORGANISATION)
                .columns(Columns.of(Column.text("strong", "Организация-наставник").mandatory(),
                        Column.text("weak", "Сопровождаемая организация").mandatory(), Column.date("since", "С").mandatory(),
                        Column.date("until", "До"), Column.text("aim", "Цель"), Column.text("result", "Результат")))
                .seenByAll().keptBy(Role.COORDINATOR)
                .rules(change -> Keeping.times(change.after().since(), change.after().until())
                        .unless(known, Fault.at("/strongId", "not-in-region").under(profile.mainClause()))
                        .unless(!change.after().strongId().equals(change.after().weakId()), Fault.at("/weakId", "same-organisation")));
    }

    @Bean
    Register<MentoringProgramme> mentoringProgrammes() {
        return Register.of("mentoring-programmes", "mentoring_programme", MentoringProgramme.class)
                .key(it -> Stream.of(it.title(), it.organisationId(), it.communityId()))
                .words(it -> Stream.of(it.title()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .filter("owner", "e.owner = :owner", Kind.TEXT)
                        .filter("organisationId", "e.organisation_id = :organisationId", Kind.ID)
                        .filter("communityId", "e.community_id = :communityId", Kind.ID)
                        .filter("on", Keeping.ON, Kind.DATE))
                .found("mentoring-programme", "e.title")
                .refers("organisationId", ORGANISATION).refers("communityId", COMMUNITY)
                .columns(Columns.of(Column.text("title", "Название").mandatory(),
                        Column.coded("owner", List.of(Choice.of("ORGANISATION", "Организация"), Choice.of("COMMUNITY", "Сообщество"),
                                Choice.of("ASSOCIATION", "Ассоциация")), "Чья программа").mandatory(),
                        Column.text("organisation", "Организация"), Column.text("community", "Объединение"),
                        Column.date("since", "С").mandatory(), Column.date("until", "До")))
                .shows("mentorships", "(SELECT count(*) FROM mentorship m WHERE m.programme_id = e.id AND NOT m.deleted)")
                .shows("analysed", "ARRAY(SELECT r.year FROM mentoring_programme_result r WHERE r.programme_id = e.id"
                        + " AND r.analysis IS NOT NULL AND NOT r.deleted ORDER BY r.year)")
                .seenByAll().keptBy(Role.COORDINATOR).keptBy(Role.ORGANISATION, Caller::organisationId, MentoringProgramme::organisationId)
                .rules(change -> owner(change.after()));
    }

    private static Faults owner(MentoringProgramme it) {
        boolean organisation = it.owner() == MentoringProgramme.Owner.ORGANISATION;
        return Keeping.times(it.since(), it.until())
                .unless(!organisation || it.organisationId() != null, Fault.at("/organisationId", "required"))
                .unless(organisation || it.communityId() != null, Fault.at("/communityId", "required"));
    }

    @Bean
    Register<ProgrammeResult> mentoringProgrammeResults() {
        return Register.of("mentoring-programme-results", "mentoring_programme_result", ProgrammeResult.class)
                .key(it -> Stream.of(it.programmeId(), it.year()))
                .words(it -> Stream.of(it.results(), it.analysis()))
                .listed(listing -> listing.sort("year", "e.year", Kind.NUMBER)
                        .filter("programmeId", "e.programme_id = :programmeId", Kind.ID)
                        .filter("year", "e.year = :year", Kind.NUMBER)
                        .filter("analysed", "(e.analysis IS NOT NULL) = :analysed", Kind.YES_NO))
                .refers("programmeId", PROGRAMME)
                .columns(Columns.of(Column.text("programme", "Программа").mandatory(),
                        Column.of("year", Column.Kind.INTEGER, "Год").mandatory(), Column.text("results", "Результаты").mandatory(),
                        Column.text("analysis", "Анализ"), Column.date("analysedOn", "Дата анализа")))
                .seenByAll().keptBy(Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION)
                .rules(change -> new Faults().unless((change.after().analysis() == null) == (change.after().analysedOn() == null),
                        Fault.at("/analysedOn", "required")));
    }

    @Bean
    ImportKind mentoringModelImport(RegisterFiles files, Register<MentoringModel> mentoringModels) {
        return files.importOf(mentoringModels, Role.COORDINATOR);
    }

    @Bean
    ImportKind managerialMentorshipImport(RegisterFiles files, Register<ManagerialMentorship> managerialMentorships) {
        return files.importOf(managerialMentorships, Role.COORDINATOR);
    }

    @Bean
    ImportKind mentoringProgrammeImport(RegisterFiles files, Register<MentoringProgramme> mentoringProgrammes) {
        return files.importOf(mentoringProgrammes, Role.COORDINATOR);
    }

    @Bean
    ImportKind mentoringProgrammeResultImport(RegisterFiles files, Register<ProgrammeResult> mentoringProgrammeResults) {
        return files.importOf(mentoringProgrammeResults, Role.COORDINATOR);
    }

    @Bean
    Feed mentoringModelFeed(Register<MentoringModel> mentoringModels) {
        return mentoringModels.feed(List.of("organisationId", "since"), List.of("organisationId", "since", "document", "until"),
                "organisations");
    }

    @Bean
    Feed managerialMentorshipFeed(Register<ManagerialMentorship> managerialMentorships) {
        return managerialMentorships.feed(List.of("strongId", "weakId"), List.of("strongId", "weakId", "since", "until"),
                "organisations");
    }

    @Bean
    Feed mentoringProgrammeFeed(Register<MentoringProgramme> mentoringProgrammes) {
        return mentoringProgrammes.feed(List.of("title"), List.of("title", "owner", "organisationId", "communityId", "since",
                "until"), "organisations", "communities");
    }
}
