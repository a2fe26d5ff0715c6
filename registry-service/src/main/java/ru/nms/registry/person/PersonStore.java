package ru.nms.registry.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Scope;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionProfile;
import ru.nms.registry.search.Trigrams;
import tools.jackson.databind.json.JsonMapper;

/// All SQL about people and their posts.
@Repository
class PersonStore {

    /// The posts are read as one JSON value, so that a person is one row and a page one statement.
    private static final String COLUMNS = """
            p.id, p.version, p.created_at, p.changed_at, p.external_id, p.last_name, p.first_name, p.patronymic,
            p.birth_date, p.category, p.attested_on, p.education_level, p.education_pedagogical, p.education_profile,
            p.speciality_since, p.graduated_from, p.graduated_on, p.subject_profiles,
            (SELECT coalesce(json_agg(json_build_object('from', lower(d), 'until', upper(d)) ORDER BY lower(d)), '[]')
               FROM unnest(p.young_days) AS d) AS young,
            (SELECT coalesce(json_agg(json_build_object('organisationId', s.organisation_id, 'position', s.position,
                    'subjects', s.subjects, 'since', s.since, 'until', s.until, 'teachingSince', s.teaching_since,
                    'weeklyHours', s.weekly_hours, 'employment', s.employment) ORDER BY s.n), '[]')
               FROM post s WHERE s.person_id = p.id) AS posts""";

    /// The day that is asked about; today, for which scopes hold; and the hours above which the region flags a load.
    private static final String FROM = """
            FROM person p
                 JOIN (SELECT CAST(:day AS date) AS day, CAST(:today AS date) AS today,
                              CAST(:overload AS int) AS overload) AS asked ON NOT p.deleted""";

    private static final String HOURS = """
            (SELECT sum(s.weekly_hours) FROM post s
              WHERE s.person_id = p.id AND s.since <= asked.day AND (s.until IS NULL OR s.until > asked.day))""";

    private static final String HELD = """
            FROM post s
             WHERE s.person_id = p.id AND s.since <= asked.day AND (s.until IS NULL OR s.until > asked.day)""";

    private static final Listing LISTING = Listing.of("people", "p.id", FROM)
            .sort("name", "p.name_key", Kind.TEXT)
            .sort("changedAt", "p.changed_at", Kind.INSTANT)
            .filter("municipalityId", "s.municipality_id = :municipalityId", Kind.ID, HELD)
            .filter("organisationId", "s.organisation_id = :organisationId", Kind.ID, HELD)
            .filter("position", "s.position = :position", Kind.TEXT, HELD)
            .filter("subject", ":subject = ANY (s.subject_keys)", Kind.FOLDED, HELD)
            .filter("teaching", "s.teaching = :teaching", Kind.YES_NO, HELD)
            .filter("young", "(p.young_days @> asked.day) = :young", Kind.YES_NO)
            .filter("management", "s.management = :management", Kind.YES_NO, HELD)
            .filter("educationMatch", "s.education_match = :educationMatch", Kind.YES_NO, HELD)
            .filter("on", "asked.day = :on", Kind.DATE, HELD)
            .filter("educationKind", """
                    EXISTS (SELECT FROM organisation o WHERE o.id = s.organisation_id
                               AND o.details @> jsonb_build_object('educationKinds', jsonb_build_array(CAST(:educationKind AS text))))""",
                    Kind.TEXT, HELD)
            .filter("graduate", "(coalesce(p.graduated_on <= asked.day, false) AND NOT EXISTS (SELECT %s)) = :graduate".formatted(HELD), Kind.YES_NO)
            .filter("overloaded", "coalesce(%s > asked.overload, false) = :overloaded".formatted(HOURS), Kind.YES_NO)
            .filter("date", "asked.day = :date", Kind.DATE)
            .filter("category", "p.category = :category", Kind.TEXT)
            .words("q", "p.name_key", Trigrams::key);

    private final DatabaseClient db;
    private final Lists lists;
    private final JsonMapper json;
    private final PersonReader reader;
    private final int overload;

    PersonStore(DatabaseClient db, Lists lists, EventJson json, RegionProfile profile) {
        this.db = db;
        this.lists = lists;
        this.json = json.mapper();
        this.reader = new PersonReader(this.json);
        this.overload = profile.people().overload().hours();
    }

    Selection<Person> select(ListRequest request, Scope.Condition scope, LocalDate day, LocalDate today) {
        return lists.select(LISTING, request, COLUMNS, scope, Map.of("day", day, "today", today, "overload", overload),
                reader::read);
    }

    Mono<Person> find(UUID id, Scope.Condition scope, LocalDate today) {
        var found = db.sql("SELECT %s %s WHERE p.id = :id AND %s".formatted(COLUMNS, FROM, scope.sql()))
                .bind("id", id)
                .bind("day", today)
                .bind("today", today)
                .bind("overload", overload);
        return scope.bind(found).map(reader::read).one();
    }

    /// Everybody whom an imported row may mean: by number or by name.
    Flux<Person> candidates(Collection<String> externalIds, Collection<String> nameKeys, Collection<UUID> ids) {
        return meant("NOT p.deleted", externalIds, nameKeys, ids);
    }

    /// Those whom it may mean and nobody may touch until they are released.
    Flux<Person> blocked(Collection<String> externalIds, Collection<String> nameKeys, Collection<UUID> ids) {
        return meant("p.state = 'BLOCKED'", externalIds, nameKeys, ids);
    }

    private Flux<Person> meant(String among, Collection<String> externalIds, Collection<String> nameKeys,
                               Collection<UUID> ids) {
        return db.sql("""
                SELECT %s
                  FROM person p
                 WHERE (p.external_id = ANY (:numbers) OR p.name_key = ANY (:names) OR p.id = ANY (:ids)) AND %s
                """.formatted(COLUMNS, among))
                .bind("numbers", externalIds.toArray(String[]::new))
                .bind("names", nameKeys.toArray(String[]::new))
                .bind("ids", ids.toArray(UUID[]::new))
                .map(reader::read)
                .all();
    }

    Flux<Person> all(Collection<UUID> ids) {
        return db.sql("SELECT %s FROM person p WHERE p.id = ANY (:ids)".formatted(COLUMNS))
                .bind("ids", ids.toArray(UUID[]::new))
                .map(reader::read)
                .all();
    }

    /// Writes each state over the version it was made from, with its posts.
    Mono<Void> save(List<PersonRow> rows) {
        return savePeople(rows).then(dropPosts(rows)).then(savePosts(rows));
    }

    private Mono<Void> savePeople(List<PersonRow> rows) {
        return db.sql("""
                INSERT INTO person AS mine (id, version, created_at, changed_at, external_id, last_name, first_name,
                       patronymic, name_key, birth_date, category, attested_on, education_level, education_pedagogical,
                       education_profile, speciality_since, graduated_from, graduated_on, subject_profiles,
                       young_from, young_until, young_days)
                SELECT id, version, "createdAt", "changedAt", "externalId", "lastName", "firstName", patronymic, "nameKey",
                       "birthDate", category, "attestedOn", education ->> 'level',
                       CAST(education ->> 'pedagogical' AS boolean), education ->> 'profile', "specialitySince",
                       graduation ->> 'institution', CAST(graduation ->> 'on' AS date), "subjectProfiles",
                       "youngFrom", "youngUntil", CAST("youngDays" AS datemultirange)
                  FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (id uuid, version bigint,
                       "createdAt" timestamptz, "changedAt" timestamptz, "externalId" text, "lastName" text,
                       "firstName" text, patronymic text, "nameKey" text, "birthDate" date, category text,
                       "attestedOn" date, education jsonb, "specialitySince" date, graduation jsonb, "subjectProfiles" jsonb, "youngFrom" date, "youngUntil" date,
                       "youngDays" text)
                ON CONFLICT (id) DO UPDATE
                   SET version = excluded.version, changed_at = excluded.changed_at, external_id = excluded.external_id,
                       last_name = excluded.last_name, first_name = excluded.first_name,
                       patronymic = excluded.patronymic, name_key = excluded.name_key, birth_date = excluded.birth_date,
                       category = excluded.category, attested_on = excluded.attested_on,
                       education_level = excluded.education_level,
                       education_pedagogical = excluded.education_pedagogical,
                       education_profile = excluded.education_profile, speciality_since = excluded.speciality_since,
                       graduated_from = excluded.graduated_from, graduated_on = excluded.graduated_on,
                       subject_profiles = excluded.subject_profiles,
                       young_from = excluded.young_from, young_until = excluded.young_until, young_days = excluded.young_days
                 WHERE mine.version = excluded.version - 1
                """)
                .bind("rows", json.writeValueAsString(rows))
                .fetch().rowsUpdated()
                .filter(written -> written == rows.size())
                .switchIfEmpty(Mono.error(Refusal::stale))
                .then();
    }

    private Mono<Void> dropPosts(List<PersonRow> rows) {
        var changed = rows.stream().filter(row -> row.version() > 1).map(PersonRow::id).toArray(UUID[]::new);
        return changed.length == 0 ? Mono.empty()
                : db.sql("DELETE FROM post WHERE person_id = ANY (:people)").bind("people", changed).then();
    }

    private Mono<Void> savePosts(List<PersonRow> rows) {
        var posts = rows.stream().flatMap(row -> row.postRows().stream()).toList();
        return posts.isEmpty() ? Mono.empty() : db.sql("""
                INSERT INTO post (person_id, n, organisation_id, municipality_id, position, teaching, management,
                       education_match, subjects, subject_keys, since, until, teaching_since, weekly_hours, employment)
                SELECT "personId", n, "organisationId", "municipalityId", position, teaching, management,
                       "educationMatch", subjects, "subjectKeys", since, until, "teachingSince", "weeklyHours", employment
                  FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row ("personId" uuid, n int, "organisationId" uuid,
                       "municipalityId" uuid, position text, teaching boolean, management boolean,
                       "educationMatch" boolean, subjects text[], "subjectKeys" text[],
                       since date, until date, "teachingSince" date, "weeklyHours" numeric, employment text)
                """)
                .bind("rows", json.writeValueAsString(posts))
                .then();
    }
}
