package ru.nms.registry.practice;

import static ru.nms.registry.municipality.MunicipalityReference.MUNICIPALITY;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.PracticeChanged;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.competence.CompetenceAreas;

/// The bank of practices.
@Configuration(proxyBeanMethods = false)
class PracticeConfiguration {

    static final String PUBLISHED = "e.status IN ('PUBLISHED', 'REPLICATED')";

    private static final Columns COLUMNS = Columns.of(
            Column.coded("kind", List.of(Choice.of("TEACHING", "Педагогическая"), Choice.of("MANAGEMENT", "Управленческая")), "Вид").mandatory(),
            Column.text("title", "Название").mandatory(),
            Column.text("description", "Описание").mandatory(),
            Column.text("proof", "Доказательства эффективности").mandatory(),
            Column.coded("origin", List.of(Choice.of("AUTHORS", "Предложена авторами"), Choice.of("MONITORING", "Из мониторинга")),
                    "Откуда").mandatory(),
            Column.text("organisation", "Организация").mandatory(),
            Column.text("municipality", "Муниципалитет", "МО"),
            Column.text("author", "Авторы").multiple(),
            Column.text("subjects", "Предметы").multiple(),
            Column.text("competences", "Компетенции").multiple());

    @Bean
    Register<Practice> practices(RegionProfile profile, RegionCalendar calendar) {
        var areas = CompetenceAreas.of(profile);
        return Register.of("practices", "practice", Practice.class)
                .key(it -> Stream.of(it.title(), it.organisationId()))
                .words(it -> Stream.concat(Stream.of(it.title(), it.description()), it.subjects().stream()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("status", "e.status = :status", Kind.TEXT)
                        .filter("origin", "e.origin = :origin", Kind.TEXT)
                        .filter("organisationId", "e.organisation_id = :organisationId", Kind.ID)
                        .filter("municipalityId", "e.municipality_id = :municipalityId", Kind.ID)
                        .filter("authorId", ":authorId = ANY (e.author_ids)", Kind.ID)
                        .filter("subject", ":subject = ANY (e.subjects)", Kind.TEXT)
                        .filter("competence", ":competence = ANY (e.competences)", Kind.TEXT)
                        .filter("sentToFederal", "(e.sent_to_federal_on IS NOT NULL) = :sentToFederal", Kind.YES_NO))
                .open("q", "kind", "organisationId", "subject", "competence")
                .refers("organisationId", ORGANISATION).refers("municipalityId", MUNICIPALITY).refers("authorIds", PERSON)
                .own("status", Practice.Status.PROPOSED).own("expertResult", null).own("decidedOn", null).own("publishedOn", null)
                .own("uses", List.of()).own("sentToFederalOn", null)
                .shows("organisation", "(SELECT o.name FROM organisation o WHERE o.id = e.organisation_id)")
                .columns(COLUMNS)
                .found("practice", "e.title")
                .seen(PracticeConfiguration::seen)
                .keptBy(Role.COORDINATOR)
                .kept(PracticeConfiguration::own)
                .rules(change -> check(change.after(), calendar).addAll(areas.check(change.after().competences())))
                .about(Practice::authorIds)
                .announced(PracticeChanged.TOPIC);
    }

    /// What is not yet published is seen by those who judge it and by those whose it is.
    private static Scope.Condition seen(Caller caller) {
        if (caller.is(Role.COORDINATOR, Role.MINISTRY)) {
            return Scope.Condition.ALL;
        }
        var mine = new HashMap<String, UUID>();
        if (caller.organisationId() != null) {
            mine.put("scopeOrganisation", caller.organisationId());
        }
        return new Scope.Condition(mine.isEmpty() ? PUBLISHED : "(" + PUBLISHED + " OR e.organisation_id = :scopeOrganisation)", mine);
    }

    /// Its organisation proposes a practice, and changes it until the expertise begins.
    private static boolean own(Caller caller, Change<Practice> change) {
        return caller.is(Role.ORGANISATION) && change.after().organisationId().equals(caller.organisationId())
                && (change.before() == null || change.before().status() == Practice.Status.PROPOSED
                        && change.after().status() == Practice.Status.PROPOSED);
    }

    private static Faults check(Practice it, RegionCalendar calendar) {
        var published = it.publishedOn();
        var uses = Objects.requireNonNullElse(it.uses(), List.<Practice.Use>of());
        return new Faults()
                .unless(it.origin() == Practice.Origin.AUTHORS || it.municipalityId() != null, Fault.at("/municipalityId", "required"))
                .unless(it.origin() == Practice.Origin.MONITORING || !it.authorIds().isEmpty(), Fault.at("/authorIds", "required"))
                .unless(Stream.of(it.decidedOn(), published, it.sentToFederalOn()).filter(Objects::nonNull)
                        .noneMatch(day -> day.isAfter(calendar.today())), Fault.at("/on", "not-future"))
                .unless(published == null || it.decidedOn() == null || !published.isBefore(it.decidedOn()), Fault.at("/on", "ends-before-start"))
                .unless(published == null || uses.stream().noneMatch(use -> use.on().isBefore(published)), Fault.at("/on", "ends-before-start"));
    }

    @Bean
    Feed practiceFeed(Register<Practice> practices) {
        return practices.feed(List.of("title", "organisationId"), List.of("kind", "title", "description", "proof", "organisationId",
                "subjects", "competences", "status", "publishedOn", "uses", "sentToFederalOn"), "organisations");
    }

    @Bean
    ImportKind practiceImport(RegisterFiles files, Register<Practice> practices) {
        return files.importOf(practices, Role.COORDINATOR);
    }
}
