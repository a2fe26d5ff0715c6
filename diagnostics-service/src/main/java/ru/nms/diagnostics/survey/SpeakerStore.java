package ru.nms.diagnostics.survey;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.survey.SurveyForm.Respondent;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.region.RegionCalendar;

/// Who asks for training on behalf of a methodical service or a team: somebody who belongs to one, as far as it is known here. Which
/// one that is, nobody is asked; teachers speak for themselves.
@Repository
class SpeakerStore {

    private final DatabaseClient db;
    private final RegionCalendar calendar;

    SpeakerStore(DatabaseClient db, RegionCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
    }

    Mono<Boolean> admits(Caller caller, UUID person, @Nullable Respondent respondent) {
        return respondent == Respondent.MMS ? ofService(caller, person)
                : respondent == Respondent.TEAM ? ofTeam(caller, person) : Mono.just(true);
    }

    /// Where a service is no organisation of its own, specialists of the authority are it, and these have the municipality's role.
    /// On trust while no service is known, and in municipalities whose service is another organisation.
    private Mono<Boolean> ofService(Caller caller, UUID person) {
        var organisation = caller.is(Role.ORGANISATION, Role.METHODIST) ? caller.organisationId() : null;
        return caller.is(Role.MUNICIPALITY) ? Mono.just(true) : db.sql("""
                WITH service AS (
                    SELECT id, municipality_id FROM organisation
                     WHERE kind = 'MMS' AND NOT deleted AND (closed_on IS NULL OR closed_on > :today)
                ), work AS (
                    SELECT organisation_id, municipality_id FROM person_post
                     WHERE person_id = :person AND since <= :today AND (until IS NULL OR until > :today)
                )
                SELECT NOT EXISTS (SELECT FROM service) OR EXISTS (SELECT FROM service WHERE id = :organisation)
                       OR EXISTS (SELECT FROM work w WHERE w.organisation_id IN (SELECT id FROM service)
                                     OR NOT EXISTS (SELECT FROM service WHERE municipality_id IS NOT DISTINCT FROM w.municipality_id)) AS yes
                """)
                .bind("person", person).bind("today", calendar.today())
                .bind("organisation", organisation == null ? new UUID(0, 0) : organisation)
                .map(row -> Boolean.TRUE.equals(row.get("yes", Boolean.class))).one();
    }

    /// A team is the management team of an organisation: its head and deputies. On trust while nobody is known who manages anything.
    private Mono<Boolean> ofTeam(Caller caller, UUID person) {
        return caller.is(Role.ORGANISATION) ? Mono.just(true) : db.sql("""
                SELECT NOT EXISTS (SELECT FROM person_post WHERE management)
                       OR EXISTS (SELECT FROM person_post w WHERE w.person_id = :person AND w.management
                                     AND w.since <= :today AND (w.until IS NULL OR w.until > :today)) AS yes
                """)
                .bind("person", person).bind("today", calendar.today())
                .map(row -> Boolean.TRUE.equals(row.get("yes", Boolean.class))).one();
    }
}
