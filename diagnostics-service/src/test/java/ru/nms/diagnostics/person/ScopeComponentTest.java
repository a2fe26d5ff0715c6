package ru.nms.diagnostics.person;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Diagnostics.post;
import static ru.nms.diagnostics.Diagnostics.recorded;
import static ru.nms.diagnostics.Diagnostics.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonChanged.Post;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

/// Who sees a person's results, deficits and strengths.
class ScopeComponentTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 9, 1);
    private static final LocalDate LAST_YEAR = LocalDate.of(2025, 9, 1);
    private static final UUID METHODIST = UUID.randomUUID();
    private static final UUID FORMER_METHODIST = UUID.randomUUID();
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID FORMER_SCHOOL = UUID.randomUUID();
    private static final UUID CITY = UUID.randomUUID();
    private static final UUID FORMER_CITY = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID UNKNOWN = UUID.randomUUID();

    private static boolean prepared;

    @BeforeEach
    void aTeacherWithAWeakAndAStrongCompetence() {
        if (!prepared) {
            Learnt.person(UNKNOWN);
            recorded(PERM, weakAndStrong(UNKNOWN));
            Learnt.gone(UNKNOWN);
            Learnt.of(new PersonChanged(UUID.randomUUID(), PERSON, 1, 1, Instant.EPOCH, List.of(
                    worksAt(SCHOOL, CITY, LAST_YEAR, null),
                    worksAt(FORMER_SCHOOL, FORMER_CITY, LONG_AGO, LAST_YEAR)),
                    "FIRST", null, null));
            Learnt.of(assignment(METHODIST, null));
            Learnt.of(assignment(FORMER_METHODIST, LAST_YEAR));
            recorded(PERM, weakAndStrong(PERSON));
            prepared = true;
        }
    }

    static Stream<WebTestClient> who() {
        return Stream.of(PERM.as(Role.TEACHER, PERSON), PERM.as(Role.ORGANISATION, null, SCHOOL, null),
                PERM.as(Role.MUNICIPALITY, null, null, CITY), PERM.as(Role.METHODIST, METHODIST),
                PERM.as(Role.ASSESSOR), PERM.as(Role.COORDINATOR), PERM.as(Role.MINISTRY));
    }

    static Stream<WebTestClient> whoNot() {
        return Stream.of(PERM.as(Role.TEACHER, UUID.randomUUID()), PERM.as(Role.TEACHER),
                PERM.as(Role.ORGANISATION, null, FORMER_SCHOOL, null), PERM.as(Role.ORGANISATION, null, UUID.randomUUID(), CITY),
                PERM.as(Role.MUNICIPALITY, null, null, FORMER_CITY), PERM.as(Role.MUNICIPALITY, null, SCHOOL, null),
                PERM.as(Role.METHODIST, FORMER_METHODIST), PERM.as(Role.METHODIST, null, SCHOOL, CITY));
    }

    @ParameterizedTest
    @MethodSource("who")
    @Clause("DIA-010")
    void showsAPersonToThoseAround(WebTestClient http) {
        for (var list : List.of("results", "deficits", "strengths")) {
            get(http, list + "?personId=" + PERSON).expectStatus().isOk()
                    .expectBody().jsonPath("$.items.length()").isEqualTo(1);
        }
        get(http, "results/" + idOf("results", PERSON)).expectStatus().isOk();
        get(http, "deficits/" + idOf("deficits", PERSON)).expectStatus().isOk();
    }

    @ParameterizedTest
    @MethodSource("whoNot")
    @Clause("DIA-010")
    void hidesAPersonFromOthersAsIfAbsent(WebTestClient http) {
        for (var list : List.of("results", "deficits", "strengths")) {
            get(http, list + "?personId=" + PERSON).expectStatus().isOk().expectBody().jsonPath("$.items").isEmpty();
        }
        get(http, "results/" + idOf("results", PERSON)).expectStatus().isNotFound();
        get(http, "deficits/" + idOf("deficits", PERSON)).expectStatus().isNotFound();
    }

    @Test
    void showsDeficitsOfSomebodyTheRegistryHasNotNamedToTheCoordinatorAndThatPersonOnly() {
        for (var http : List.of(PERM.as(Role.COORDINATOR), PERM.as(Role.TEACHER, UNKNOWN))) {
            get(http, "deficits?personId=" + UNKNOWN).expectBody().jsonPath("$.items.length()").isEqualTo(1);
            get(http, "strengths?personId=" + UNKNOWN).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        }
        for (var http : List.of(PERM.as(Role.MINISTRY), PERM.as(Role.ASSESSOR), PERM.as(Role.ASSESSOR, PERSON))) {
            get(http, "deficits?personId=" + UNKNOWN).expectBody().jsonPath("$.items").isEmpty();
            get(http, "strengths?personId=" + UNKNOWN).expectBody().jsonPath("$.items").isEmpty();
        }
    }

    @Test
    void refusesAnUnknownPersonOnceTheRegistryHasSpoken() {
        post(PERM.as(Role.ASSESSOR), result(UUID.randomUUID(), "2026-10-12", "METHODICAL", 455))
                .expectStatus().isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/personId")
                .jsonPath("$.errors[0].code").isEqualTo("unknown-person");
        get(PERM.as(Role.ASSESSOR), "results?personId=" + PERSON).expectBody()
                .jsonPath("$.items[0].personKnown").isEqualTo(true);
    }

    @Test
    void filtersDeficitsByWhereThePersonWorksToday() {
        var ministry = PERM.as(Role.MINISTRY);

        get(ministry, "deficits?municipalityId=" + CITY + "&count=true").expectBody().jsonPath("$.total").isEqualTo(1);
        get(ministry, "deficits?organisationId=" + SCHOOL).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        get(ministry, "deficits?municipalityId=" + FORMER_CITY).expectBody().jsonPath("$.items").isEmpty();
        get(ministry, "deficits?organisationId=" + FORMER_SCHOOL).expectBody().jsonPath("$.items").isEmpty();
    }

    @Test
    void recordsWhoReadAboutWhom() {
        var reader = UUID.randomUUID();
        get(PERM.as(Role.ORGANISATION, reader, SCHOOL, null), "deficits?personId=" + PERSON).expectStatus().isOk();

        Map<String, Object> last = PERM.inTransaction(PERM.bean(DatabaseClient.class).sql("""
                SELECT roles, fields, operation, subject_count FROM read_audit
                 WHERE :person = ANY(subject_ids) AND organisation_id = :school ORDER BY id DESC LIMIT 1
                """).bind("person", PERSON).bind("school", SCHOOL).fetch().one());
        assertThat(last).containsEntry("roles", "ORGANISATION").containsEntry("fields", "deficits")
                .containsEntry("operation", "GET /api/diagnostics/v1/deficits").containsEntry("subject_count", 1);
    }

    private static String idOf(String list, UUID person) {
        var found = new String[1];
        get(PERM.as(Role.COORDINATOR), list + "?personId=" + person).expectBody()
                .jsonPath("$.items[0].id").value(id -> found[0] = String.valueOf(id));
        return found[0];
    }

    private static String weakAndStrong(UUID person) {
        return result(person, "2026-10-12", "METHODICAL", 455).replace("[", """
                [{"competence": "SUBJECT", "points": 9, "maximum": 10}, """);
    }

    private static Post worksAt(UUID school, UUID city, LocalDate since, LocalDate until) {
        return new Post(school, city, "TEACHER", true, List.of(), since, until);
    }

    private static AssignmentChanged assignment(UUID methodist, LocalDate until) {
        return new AssignmentChanged(UUID.randomUUID(), UUID.randomUUID(), 1, 1, Instant.EPOCH, UUID.randomUUID(),
                methodist, PERSON, LONG_AGO, until);
    }
}
