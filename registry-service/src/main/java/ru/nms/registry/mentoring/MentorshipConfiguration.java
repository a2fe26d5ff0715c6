package ru.nms.registry.mentoring;

import static ru.nms.registry.municipality.MunicipalityReference.MUNICIPALITY;
import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;
import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.contracts.MentorshipChanged;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.outbox.Outbox.Stamp;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Reference;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.registry.keeping.Keeping;
import ru.nms.registry.person.PersonReference;

/// The base of mentors and mentees, and what happens between them.
@Configuration(proxyBeanMethods = false)
class MentorshipConfiguration {

    /// People of a mentorship, one a row, under the alias `x`.
    private static final String PEOPLE = "unnest(array_append(%1$s.mentee_ids, %1$s.mentor_id)) AS x (id)";

    /// The mentor and those they mentor, apart by a colon: `Иванова Анна: Петров Пётр, Сидоров Семён (01.09.2025)`.
    private static final String NAMES = """
            (SELECT %1$s FROM person p WHERE p.id = r.mentor_id) || ': ' || (SELECT string_agg(%1$s, ', '
                ORDER BY array_position(r.mentee_ids, p.id)) FROM person p WHERE p.id = ANY (r.mentee_ids))""";

    private static final String KEY = NAMES.formatted("p.name_key");

    private static final String SINCE = " || to_char(r.since, ' (DD.MM.YYYY)')";

    /// Several of the same people are told apart by the day on which they begin.
    private static final Reference MENTORSHIP = new Reference("mentorship", "mentorship r",
            caller -> visible("r", caller), "ARRAY[%1$s, %1$s%2$s]".formatted(KEY, SINCE),
            """
            NOT r.deleted AND r.mentor_id IN (SELECT p.id FROM person p
                WHERE p.name_key IN (SELECT split_part(b, ': ', 1) FROM unnest(:bare) AS b))""",
            NAMES.formatted("concat_ws(' ', p.last_name, p.first_name, p.patronymic)") + SINCE);

    /// Whoever sees one of the people sees the mentorship.
    private static Scope.Condition visible(String alias, Caller caller) {
        var person = PersonReference.visible("x.id").apply(caller);
        return new Scope.Condition("NOT %s.deleted AND EXISTS (SELECT FROM %s WHERE %s)"
                .formatted(alias, PEOPLE.formatted(alias), person.sql()), person.values());
    }

    private static Scope.Condition ofMentorship(Caller caller) {
        var seen = visible("m", caller);
        return new Scope.Condition("EXISTS (SELECT FROM mentorship m WHERE m.id = e.mentorship_id AND %s)".formatted(seen.sql()),
                seen.values());
    }

    @Bean
    Register<Mentorship> mentorships(RegionProfile profile, MentoringStore store) {
        var rules = new MentorshipRules(profile);
        return Register.of("mentorships", "mentorship", Mentorship.class)
                .key(Mentorship::key)
                .words(it -> Stream.of(it.subject(), it.result()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("mentorId", "e.mentor_id = :mentorId", Kind.ID)
                        .filter("menteeId", ":menteeId = ANY (e.mentee_ids)", Kind.ID)
                        .filter("personId", "(e.mentor_id = :personId OR :personId = ANY (e.mentee_ids))", Kind.ID)
                        .filter("organisationId", "e.organisation_id = :organisationId", Kind.ID)
                        .filter("municipalityId", "e.municipality_id = :municipalityId", Kind.ID)
                        .filter("programmeId", "e.programme_id = :programmeId", Kind.ID)
                        .filter("subject", "e.subject = :subject", Kind.TEXT).filter("form", "e.form = :form", Kind.TEXT)
                        .filter("basis", "e.basis = :basis", Kind.TEXT).filter("level", "e.level = :level", Kind.TEXT)
                        .filter("status", "e.status = :status", Kind.TEXT).filter("reverse", "e.reverse = :reverse", Kind.YES_NO)
                        .filter("on", Keeping.ON, Kind.DATE))
                .refers("mentorId", PERSON).refers("menteeIds", PERSON).refers("organisationId", ORGANISATION)
                .refers("municipalityId", MUNICIPALITY).refers("programmeId", MentoringConfiguration.PROGRAMME)
                .columns(MentoringColumns.mentorships(profile))
                .shows("sessions", "(SELECT count(*) FROM mentorship_session s WHERE s.mentorship_id = e.id AND NOT s.deleted)")
                .shows("feedback", "(SELECT count(*) FROM mentorship_feedback f WHERE f.mentorship_id = e.id AND NOT f.deleted)")
                .seen(caller -> visible("e", caller))
                .keptBy(Role.COORDINATOR).keptBy(Role.MUNICIPALITY, Caller::municipalityId, Mentorship::municipalityId)
                .keptBy(Role.ORGANISATION, Caller::organisationId, Mentorship::organisationId)
                .kept(MentorshipConfiguration::answers)
                .own("status", Mentorship.Status.REQUESTED).own("steps", List.of()).own("result", null)
                .byActions("result")
                .rules(change -> rules.check(change.after()).addAll(MentorshipRules.fixed(change)).addAll(MentorshipRules.filed(change)))
                .facts(change -> finished(change) ? store.lacks(change.id()) : Mono.just(new Faults()))
                .announced(MentorshipChanged.TOPIC, MentorshipConfiguration::event)
                .about(it -> Stream.concat(it.menteeIds().stream(), Stream.of(it.mentorId())).toList());
    }

    /// A mentor says whether, and with what result; nothing else of it is theirs.
    private static boolean answers(Caller caller, Change<Mentorship> change) {
        var before = change.before();
        return before != null && before.mentorId().equals(caller.personId()) && before.status() != change.after().status();
    }

    private static boolean finished(Change<Mentorship> change) {
        return change.after().status() == Mentorship.Status.COMPLETED
                && (change.before() == null || change.before().status() != Mentorship.Status.COMPLETED);
    }

    private static MentorshipChanged event(Entry<Mentorship> entry, Stamp stamp) {
        var it = entry.content();
        return new MentorshipChanged(stamp.eventId(), entry.id(), stamp.epoch(), entry.version(), stamp.occurredAt(),
                it.form().name(), it.basis().name(), it.level(), it.mentorId(), it.menteeIds(), it.organisationId(),
                it.municipalityId(), it.subject(), it.reverse(), it.status().name(), it.since(), it.until());
    }

    @Bean
    Register<Session> mentorshipSessions(MentoringStore store) {
        return Register.of("mentorship-sessions", "mentorship_session", Session.class)
                .key(it -> Stream.of(it.mentorshipId(), it.heldOn(), it.topic()))
                .words(it -> Stream.of(it.topic()))
                .listed(listing -> listing.sort("heldOn", "e.held_on", Kind.DATE)
                        .filter("mentorshipId", "e.mentorship_id = :mentorshipId", Kind.ID))
                .refers("mentorshipId", MENTORSHIP)
                .columns(Columns.of(Column.text("mentorship", "Наставничество").mandatory().withHint(MentoringColumns.MENTORSHIP),
                        Column.date("heldOn", "Дата").mandatory(), Column.text("topic", "Тема").mandatory(),
                        Column.of("minutes", Column.Kind.INTEGER, "Минут")))
                .seen(MentorshipConfiguration::ofMentorship)
                .kept((caller, change) -> true)
                .facts(change -> store.mentorship(change.after().mentorshipId())
                        .map(it -> MentorshipRules.session(it, change.caller(), change.after())));
    }

    @Bean
    Register<Feedback> mentorshipFeedback(MentoringStore store) {
        return Register.of("mentorship-feedback", "mentorship_feedback", Feedback.class)
                .key(it -> Stream.of(it.mentorshipId(), it.personId(), it.givenOn()))
                .listed(listing -> listing.sort("givenOn", "e.given_on", Kind.DATE)
                        .filter("mentorshipId", "e.mentorship_id = :mentorshipId", Kind.ID)
                        .filter("personId", "e.person_id = :personId", Kind.ID))
                .refers("mentorshipId", MENTORSHIP).refers("personId", PERSON)
                .columns(Columns.of(Column.text("mentorship", "Наставничество").mandatory().withHint(MentoringColumns.MENTORSHIP),
                        Column.text("person", "Кто", "ФИО").mandatory(), Column.date("givenOn", "Дата").mandatory(),
                        Column.of("score", Column.Kind.INTEGER, "Оценка").mandatory(), Column.text("text", "Отзыв")))
                .seen(MentorshipConfiguration::ofMentorship)
                .keptBy(Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION)
                .kept((caller, change) -> change.after().personId().equals(caller.personId()))
                .facts(change -> store.mentorship(change.after().mentorshipId())
                        .map(it -> MentorshipRules.feedback(it, change.after())))
                .about(it -> List.of(it.personId()));
    }

    @Bean
    ImportKind mentorshipImport(RegisterFiles files, Register<Mentorship> mentorships) {
        return files.importOf(mentorships, Role.COORDINATOR);
    }

    @Bean
    ImportKind mentorshipSessionImport(RegisterFiles files, Register<Session> mentorshipSessions) {
        return files.importOf(mentorshipSessions, Role.COORDINATOR);
    }

    @Bean
    ImportKind mentorshipFeedbackImport(RegisterFiles files, Register<Feedback> mentorshipFeedback) {
        return files.importOf(mentorshipFeedback, Role.COORDINATOR);
    }

    @Bean
    Feed mentorshipFeed(Register<Mentorship> mentorships) {
        return mentorships.feed(List.of("mentorId", "menteeIds"), List.of("form", "basis", "level", "mentorId", "menteeIds",
                "organisationId", "municipalityId", "subject", "reverse", "since", "until", "status"), "people");
    }
}
