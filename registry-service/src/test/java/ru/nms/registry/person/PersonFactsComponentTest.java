package ru.nms.registry.person;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.person.PersonComponentTest.found;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.PersonChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Heard;

/// What a card says of work and education, and what the registry makes of it.
class PersonFactsComponentTest {

    private final UUID abatskiy = municipality("Абатский");
    private final UUID yarkovskiy = municipality("Ярковский");
    private final UUID school = school(abatskiy);
    private final UUID other = school(yarkovskiy);
    private final String lastName = "Фактова" + UUID.randomUUID();

    @Test
    @Clause({"REG-001", "REG-009", "REG-010", "REG-011"})
    void showsWhatFollowsFromACard() {
        var id = created("people", """
                {"lastName": "%s", "firstName": "Анна", "birthDate": "1985-05-17", "category": "HIGHEST", "attestedOn": "2024-03-01",
                 "education": {"level": "HIGHER", "pedagogical": true, "profile": "физика"}, "specialitySince": "2010-09-01",
                 "subjectProfiles": [{"subject": "Физика", "profile": "физика"}, {"subject": "Химия", "profile": "история"}],
                 "posts": [
                  {"organisationId": "%s", "position": "TEACHER", "subjects": ["Физика", "Труд"], "since": "2012-09-01",
                   "teachingSince": "2011-09-01", "weeklyHours": 30, "employment": "MAIN"},
                  {"organisationId": "%s", "position": "TEACHER", "subjects": ["Химия"], "since": "2020-09-01",
                   "weeklyHours": 6.5, "employment": "PART_TIME"}]}""".formatted(lastName, school, other));

        get(coordinator(), "people/" + id).expectBody()
                .jsonPath("$.category").isEqualTo("HIGHEST")
                .jsonPath("$.attestedOn").isEqualTo("2024-03-01")
                .jsonPath("$.specialityYears").value(years -> assertThat((Integer) years).isGreaterThanOrEqualTo(15))
                .jsonPath("$.weeklyHours").isEqualTo(36.5)
                .jsonPath("$.overloaded").isEqualTo(true)
                .jsonPath("$.employed").isEqualTo(true)
                .jsonPath("$.management").isEqualTo(false)
                .jsonPath("$.educationMatch[?(@.subject == 'Физика')].fits").isEqualTo(true)
                .jsonPath("$.educationMatch[?(@.subject == 'Химия')].fits").isEqualTo(false)
                .jsonPath("$.educationMatch[?(@.subject == 'Труд')].fits").isEmpty();
        assertThat(found(coordinator(), "q=" + lastName + "&overloaded=true")).containsExactly(id);
        assertThat(found(coordinator(), "q=" + lastName + "&overloaded=true&date=2020-08-31")).isEmpty();
        assertThat(found(coordinator(), "q=" + lastName + "&overloaded=false&date=2020-08-31")).containsExactly(id);
        assertThat(found(coordinator(), "organisationId=" + other + "&educationMatch=false")).containsExactly(id);
        assertThat(found(coordinator(), "organisationId=" + school + "&educationMatch=false")).isEmpty();
        assertThat(found(coordinator(), "organisationId=" + school + "&category=HIGHEST")).containsExactly(id);
        var told = Heard.on(PersonChanged.TOPIC, id).json();
        assertThat(told.at("/posts/1/educationMatch").asBoolean(true)).isFalse();
        assertThat(told.at("/posts/1/weeklyHours").asDouble()).isEqualTo(6.5);
    }

    @Test
    @Clause({"REG-003", "REG-004"})
    void findsManagementByPosition() {
        var id = created("people", """
                {"lastName": "%s", "firstName": "Анна", "posts": [
                 {"organisationId": "%s", "position": "UNIT_HEAD", "since": "2024-01-01"},
                 {"organisationId": "%s", "position": "TEACHER", "since": "2024-01-01"}]}""".formatted(lastName, school, other));

        assertThat(found(coordinator(), "organisationId=" + school + "&management=true")).containsExactly(id);
        assertThat(found(coordinator(), "organisationId=" + other + "&management=true")).isEmpty();
        get(coordinator(), "people/" + id).expectBody().jsonPath("$.management").isEqualTo(true);
    }

    @Test
    @Clause("REG-008")
    void entersAGraduateWithoutAPost() {
        var id = created("people", """
                {"lastName": "%s", "firstName": "Анна", "graduation": {"institution": "КемГУ", "on": "2026-06-30"}}""".formatted(lastName));

        assertThat(found(coordinator(), "q=" + lastName + "&graduate=true")).containsExactly(id);
        assertThat(found(coordinator(), "q=" + lastName + "&graduate=true&date=2026-06-29")).isEmpty();
        assertThat(Heard.on(PersonChanged.TOPIC, id).json().at("/graduatedOn").asString()).isEqualTo("2026-06-30");

        put(coordinator(), "people/" + id, "\"1\"", """
                {"lastName": "%s", "firstName": "Анна", "graduation": {"institution": "КемГУ", "on": "2026-06-30"},
                 "posts": [{"organisationId": "%s", "position": "TEACHER", "since": "2026-09-01"}]}""".formatted(lastName, school))
                .expectStatus().isOk();
        assertThat(found(coordinator(), "q=" + lastName + "&graduate=true")).isEmpty();
        assertThat(found(coordinator(), "q=" + lastName + "&graduate=true&date=2026-08-31")).containsExactly(id);
    }

    @Test
    @Clause("REG-018")
    void countsPeopleWhereTheyWorkedOnTheDay() {
        var id = created("people", """
                {"lastName": "%s", "firstName": "Анна", "posts": [
                 {"organisationId": "%s", "position": "TEACHER", "since": "2020-09-01", "until": "2023-09-01"},
                 {"organisationId": "%s", "position": "TEACHER", "since": "2023-09-01", "until": "2025-06-01"}]}"""
                .formatted(lastName, school, other));

        assertThat(found(coordinator(), "municipalityId=" + abatskiy + "&on=2023-08-31&q=" + lastName)).containsExactly(id);
        assertThat(found(coordinator(), "municipalityId=" + abatskiy + "&on=2023-09-01&q=" + lastName)).isEmpty();
        assertThat(found(coordinator(), "municipalityId=" + yarkovskiy + "&on=2023-09-01&q=" + lastName)).containsExactly(id);
        count("on=2025-05-31", 1);
        count("on=2025-06-01", 0);
        count("on=2020-08-31", 0);
        count("", 1);
        get(coordinator(), "people/" + id).expectBody().jsonPath("$.employed").isEqualTo(false).jsonPath("$.posts.length()").isEqualTo(2);
    }

    private void count(String day, int people) {
        get(coordinator(), "people?count=true&q=" + lastName + "&" + day).expectBody().jsonPath("$.total").isEqualTo(people);
    }

    @Test
    @Clause("REG-018")
    void letsNobodyButTheCoordinatorStrikeAPostOut() {
        var mine = TYUMEN.as(Role.ORGANISATION, null, school, null);
        var id = created("people", """
                {"lastName": "%s", "firstName": "Анна", "posts": [
                 {"organisationId": "%s", "position": "TEACHER", "since": "2020-09-01"}]}""".formatted(lastName, school));
        var moved = """
                {"lastName": "%s", "firstName": "Анна", "posts": [{"organisationId": "%s", "position": "HEAD", "since": "2026-09-01"}]}"""
                .formatted(lastName, school);

        put(mine, "people/" + id, "\"1\"", moved).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("post-dropped");
        put(mine, "people/" + id, "\"1\"", """
                {"lastName": "%1$s", "firstName": "Анна", "posts": [
                 {"organisationId": "%2$s", "position": "TEACHER", "since": "2020-09-01", "until": "2026-09-01"},
                 {"organisationId": "%2$s", "position": "HEAD", "since": "2026-09-01"}]}""".formatted(lastName, school))
                .expectStatus().isOk();
        put(coordinator(), "people/" + id, "\"2\"", moved).expectStatus().isOk();
    }

    @Test
    void refusesAGraduationInTheFuture() {
        post(coordinator(), "people", """
                {"lastName": "%s", "firstName": "Анна", "graduation": {"institution": "КемГУ", "on": "2999-06-30"}}""".formatted(lastName))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/graduation/on");
    }
}
