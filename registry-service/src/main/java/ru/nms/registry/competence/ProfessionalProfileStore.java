package ru.nms.registry.competence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;
import ru.nms.registry.person.PersonReference;

/// What diagnostics found in people: deficits that are open, and as strengths the measured areas without one.
@Repository
class ProfessionalProfileStore {

    private static final String OPEN = "d.person_id = p.id AND d.status = 'OPEN' AND NOT d.deleted";

    private static final String STRONG = """
            EXISTS (SELECT FROM result_copy r WHERE r.person_id = p.id AND %1$s = ANY (r.competences) AND NOT r.deleted)
            AND NOT EXISTS (SELECT FROM deficit_copy d WHERE %2$s AND d.competence = %1$s)""";

    private static final Listing LISTING = Listing.of("professional-profiles", "p.id", "FROM person p")
            .sort("name", "p.name_key", Kind.TEXT)
            .filter("personId", "p.id = :personId", Kind.ID)
            .filter("deficit", "EXISTS (SELECT FROM deficit_copy d WHERE %s AND d.competence = :deficit)".formatted(OPEN), Kind.TEXT)
            .filter("strength", STRONG.formatted(":strength", OPEN), Kind.TEXT)
            .filter("municipalityId", "s.municipality_id = :municipalityId", Kind.ID, "FROM post s WHERE s.person_id = p.id AND s.until IS NULL")
            .filter("organisationId", "s.organisation_id = :organisationId", Kind.ID, "FROM post s WHERE s.person_id = p.id AND s.until IS NULL")
            .filter("subject", ":subject = ANY (s.subject_keys)", Kind.FOLDED, "FROM post s WHERE s.person_id = p.id AND s.until IS NULL")
            .filter("communityId", "m.community_id = :communityId AND m.until IS NULL", Kind.ID,
                    "FROM community_member m WHERE m.person_id = p.id AND NOT m.deleted");

    private static final String COLUMNS = """
            p.id AS person_id, concat_ws(' ', p.last_name, p.first_name, p.patronymic) AS name,
            ARRAY(SELECT DISTINCT u FROM post s CROSS JOIN LATERAL unnest(s.subjects) AS u
                   WHERE s.person_id = p.id AND s.until IS NULL ORDER BY u) AS subjects,
            (SELECT max(r.taken_on) FROM result_copy r WHERE r.person_id = p.id AND NOT r.deleted) AS measured_on,
            ARRAY(SELECT DISTINCT d.competence FROM deficit_copy d WHERE %1$s ORDER BY d.competence) AS deficits,
            ARRAY(SELECT DISTINCT c FROM result_copy r CROSS JOIN LATERAL unnest(r.competences) AS c
                   WHERE r.person_id = p.id AND NOT r.deleted
                     AND NOT EXISTS (SELECT FROM deficit_copy d WHERE %1$s AND d.competence = c) ORDER BY c) AS strengths""".formatted(OPEN);

    private static final String MEASURED = """
            NOT p.deleted AND (EXISTS (SELECT FROM result_copy r WHERE r.person_id = p.id AND NOT r.deleted)
                OR EXISTS (SELECT FROM deficit_copy d WHERE %s)) AND %s""";

    /// @param measuredOn when the person was diagnosed last; absent where a deficit alone is known
    /// @param deficits   areas of the region profile with an open deficit
    /// @param strengths  measured areas without one
    record ProfessionalProfile(UUID personId, String name, List<String> subjects, @Nullable LocalDate measuredOn,
                               List<String> deficits, List<String> strengths) {}

    private final Lists lists;

    ProfessionalProfileStore(Lists lists) {
        this.lists = lists;
    }

    /// Of the people whom the caller sees, those who were diagnosed.
    Selection<ProfessionalProfile> select(Caller caller, ListRequest request) {
        var seen = PersonReference.visible("p.id").apply(caller);
        return lists.select(LISTING, request, COLUMNS, new Scope.Condition(MEASURED.formatted(OPEN, seen.sql()), seen.values()),
                Map.of(), ProfessionalProfileStore::read);
    }

    private static ProfessionalProfile read(Readable row) {
        return new ProfessionalProfile(row.get("person_id", UUID.class), row.get("name", String.class),
                List.of(row.get("subjects", String[].class)), row.get("measured_on", LocalDate.class),
                List.of(row.get("deficits", String[].class)), List.of(row.get("strengths", String[].class)));
    }
}
