package ru.nms.diagnostics.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.instrument.Fos;
import ru.nms.platform.access.Role;

/// Two tasks of two points each, the right option is 2. Four people took them.
class ItemComponentTest {

    private final Crowd perm = new Crowd(PERM);
    private final UUID framework = Fos.framework();
    private final UUID instrument = scaled();
    private final List<UUID> people = new ArrayList<>();
    private final UUID first = Fos.task(instrument, 1, "null");
    private final UUID second = Fos.task(instrument, 2, "null");
    private final UUID campaign = UUID.randomUUID();

    @BeforeEach
    void fourPeople() {
        Fos.key(first, "2");
        Fos.key(second, "2");
        Fos.approve(instrument);
        perm.run("""
                INSERT INTO campaign (id, version, created_at, changed_at, search_key, title, instrument_id, starts_at, ends_at, audience,
                    municipality_ids, organisation_ids, positions, subjects, young, person_ids, judge_ids, allowed_difference, attempts, status)
                VALUES (:id, 1, now(), now(), '', 'К', :instrument, '2026-01-01', '2026-02-01', 'SELF', '{}', '{}', '{}', '{}', false, '{}',
                    '{}', 20, 1, 'PUBLISHED')""", "id", campaign, "instrument", instrument);
        taken("2", "2");
        taken("2", "2");
        taken("2", "1");
        taken("3", null);
    }

    private UUID scaled() {
        var scale = ASSESSOR.made("scales", """
                {"frameworkId": "%s", "code": "S", "title": "Шкала", "threshold": 50}""".formatted(framework));
        return ASSESSOR.made("instruments", Fos.instrumentBody(framework, Fos.code(), 1).replace("\"year\"",
                "\"scaleId\": \"%s\", \"year\"".formatted(scale)));
    }

    private void taken(String one, String other) {
        var attempt = UUID.randomUUID();
        var person = UUID.randomUUID();
        people.add(person);
        perm.run("""
                INSERT INTO attempt (id, version, created_at, changed_at, campaign_id, person_id, instrument_id, number, variant, started_at,
                    deadline, status) VALUES (:id, 1, now(), now(), :campaign, :person, :instrument, 1, 1, now(), now(), 'GRADED')""",
                "id", attempt, "campaign", campaign, "person", person, "instrument", instrument);
        answer(attempt, first, one);
        if (other != null) {
            answer(attempt, second, other);
        }
    }

    private void answer(UUID attempt, UUID task, String chosen) {
        perm.run("""
                INSERT INTO answer (attempt_id, task_id, revision, answer, saved_at, points)
                VALUES (:attempt, :task, 1, CAST(:answer AS jsonb), now(), :points)""", "attempt", attempt, "task", task,
                "answer", "{\"chosen\": [\"%s\"]}".formatted(chosen), "points", "2".equals(chosen) ? 2 : 0);
    }

    /// By hand: totals 4, 4, 2, 0; variances 0.75 and 1, of the totals 2.75; alpha = 2 (1 − 1.75 / 2.75) = 0.727; covariance of the
    /// two 0.5, so each discriminates by 0.5 / √0.75 = 0.577.
    @Test
    void tellsHowTheTasksOfAnInstrumentMeasure() {
        ASSESSOR.get("analytics/items?instrumentId=" + instrument).expectStatus().isOk().expectBody()
                .jsonPath("$.variants[0].people").isEqualTo(4)
                .jsonPath("$.variants[0].alpha").isEqualTo(0.727)
                .jsonPath("$.variants[0].tasks[0].difficulty").isEqualTo(0.75)
                .jsonPath("$.variants[0].tasks[1].difficulty").isEqualTo(0.5)
                .jsonPath("$.variants[0].tasks[0].discrimination").isEqualTo(0.577)
                .jsonPath("$.variants[0].tasks[1].discrimination").isEqualTo(0.577)
                .jsonPath("$.variants[0].tasks[0].options[1].right").isEqualTo(true)
                .jsonPath("$.variants[0].tasks[0].options[1].people").isEqualTo(3)
                .jsonPath("$.variants[0].tasks[0].options[1].meanTotal").isEqualTo(3.333)
                .jsonPath("$.variants[0].tasks[0].options[2].people").isEqualTo(1)
                .jsonPath("$.variants[0].tasks[0].options[2].meanTotal").isEqualTo(0.0)
                .jsonPath("$.variants[0].tasks[0].options[0].people").isEqualTo(0)
                .jsonPath("$.variants[0].tasks[0].options[0].meanTotal").doesNotExist();
    }

    @Test
    void isSealedWhileACampaignRunsForItGivesKeysAway() {
        perm.run("UPDATE campaign SET ends_at = :end WHERE id = :id", "end", Instant.now().plus(Duration.ofHours(1)), "id", campaign);

        ASSESSOR.get("analytics/items?instrumentId=" + instrument).expectStatus().isEqualTo(409);
    }

    /// 10 of 16 points; by the scale of 50 percent three of four people have mastered it: 100, 100, 50 and 0 percent.
    @Test
    void tellsHowPeopleStandInTheCompetencesOfAFramework() {
        var path = "analytics/competences?frameworkId=" + framework + "&by=MUNICIPALITY&since=2026-01-01";
        ASSESSOR.get(path).expectStatus().isOk().expectBody().jsonPath("$.items").isEmpty();
        var city = perm.municipality("Чайковский", null, null);
        people.forEach(person -> {
            perm.run("INSERT INTO person (id, epoch, version) VALUES (:id, 1, 1)", "id", person);
            perm.works(person, city, UUID.randomUUID(), true, "Физика");
        });

        ASSESSOR.get(path).expectBody().jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].key").isEqualTo(city.toString()).jsonPath("$.items[0].competence").isEqualTo("METHOD")
                .jsonPath("$.items[0].measured").isEqualTo(4).jsonPath("$.items[0].percent").isEqualTo(62.5)
                .jsonPath("$.items[0].mastered").isEqualTo(3).jsonPath("$.items[0].share").isEqualTo(75.0);
    }

    @Test
    void knowsNoOtherInstrument() {
        ASSESSOR.get("analytics/items?instrumentId=" + UUID.randomUUID()).expectStatus().isNotFound();
        assertThat(new ru.nms.diagnostics.Api(PERM.as(Role.TEACHER)).get("analytics/items?instrumentId=" + instrument).returnResult(Void.class)
                .getStatus().value()).isEqualTo(403);
    }
}
