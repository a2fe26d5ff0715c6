package ru.nms.diagnostics.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.ASSESSOR;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.diagnostics.Api;
import ru.nms.platform.access.Role;

/// Nobody reads a key while a campaign with the instrument is planned or runs, by whatever way.
class KeySecrecyComponentTest {

    private static final UUID FRAMEWORK = Fos.framework();
    private static final String SECRET = "тайнаяразгадка";

    private final String code = Fos.code();
    private UUID instrument;
    private UUID task;

    @BeforeEach
    void anInstrumentWithAKey() {
        instrument = Fos.instrument(FRAMEWORK, code, 1);
        task = ASSESSOR.made("tasks", shortText(instrument, 1));
        ASSESSOR.put("tasks/" + task + "/key", "*", key(SECRET)).expectStatus().isOk();
    }

    private static String shortText(UUID instrument, int number) {
        return """
                {"instrumentId": "%s", "block": "A", "number": %d, "kind": "SHORT_TEXT", "competence": "METHOD",
                 "stem": "Как зовут?", "points": 1}""".formatted(instrument, number);
    }

    private static String key(String text) {
        return "{\"accepted\": [\"%s\"]}".formatted(text);
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, 60, 409", "ANNOUNCED, 60, 409", "ANNOUNCED, 1, 409", "PUBLISHED, 1, 409", "ANNOUNCED, -1, 200", "PUBLISHED, -1, 200",
            "CANCELLED, 60, 200"})
    void sealsKeysUntilTheCampaignEnds(String status, int minutesLeft, int answer) {
        Fos.approve(instrument);
        campaign(status, minutesLeft);

        for (var api : Stream.of(ASSESSOR, COORDINATOR).toList()) {
            api.get("tasks/" + task + "/key").expectStatus().isEqualTo(answer);
        }
    }

    /// Only a draft can be taken out.
    @ParameterizedTest
    @CsvSource({"ANNOUNCED, 409", "PUBLISHED, 409", "DRAFT, 200"})
    void isNotDeceivedByACampaignThatIsNoLongerListed(String status, int answer) {
        Fos.approve(instrument);
        campaign(status, 60);
        PERM.inTransaction(PERM.bean(DatabaseClient.class).sql("UPDATE campaign SET deleted = true WHERE instrument_id = :instrument")
                .bind("instrument", instrument).fetch().rowsUpdated());

        ASSESSOR.get("tasks/" + task + "/key").expectStatus().isEqualTo(answer);
    }

    @Test
    void saysNothingOfTheKeyWhenItRefuses() {
        Fos.approve(instrument);
        campaign("ANNOUNCED", 60);

        assertThat(text(ASSESSOR.get("tasks/" + task + "/key"))).contains("keys-sealed").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = {"ASSESSOR", "COORDINATOR"})
    void givesKeysToNobodyElseEvenWithoutACampaign(Role role) {
        new Api(PERM.as(role)).get("tasks/" + task + "/key").expectStatus().isForbidden();
    }

    static Stream<String> reads() {
        return Stream.of("tasks", "tasks/{task}", "tasks?instrumentId={instrument}", "tasks?q=" + SECRET, "tasks?instrumentId={instrument}&count=true",
                "tasks?instrumentId={instrument}&sort=-changedAt", "instruments/{instrument}", "instruments?q=" + SECRET,
                "change-records?subjectId={task}", "change-records?subjectId={instrument}", "read-records");
    }

    @ParameterizedTest
    @MethodSource("reads")
    void leavesKeysOutOfEveryAnswer(String path) {
        var place = path.replace("{task}", task.toString()).replace("{instrument}", instrument.toString());
        var answer = COORDINATOR.get(place);

        answer.expectStatus().isOk();
        assertThat(text(answer)).doesNotContain(SECRET).doesNotContain("accepted");
    }

    @ParameterizedTest
    @CsvSource({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    void leavesKeysOutOfEveryTable(String form) {
        var bytes = COORDINATOR.http().get().uri("/api/diagnostics/v1/tasks?instrumentId=" + instrument).header("Accept", form).exchange()
                .expectStatus().isOk().expectBody().returnResult().getResponseBody();

        assertThat(Sheets.text(bytes)).contains("Как зовут?").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({"key", "accepted", "keyRevision"})
    void neitherFiltersNorSortsByKeys(String parameter) {
        ASSESSOR.get("tasks?" + parameter + "=" + SECRET).expectStatus().isBadRequest();
        ASSESSOR.get("tasks?sort=" + parameter).expectStatus().isBadRequest();
    }

    @Test
    void findsNoMoreByWordsOfTheKey() {
        ASSESSOR.get("tasks?q=" + SECRET + "&count=true").expectBody().jsonPath("$.total").isEqualTo(0);
    }

    @Test
    void repeatsNoKeyWhenItIsWrittenOrRefused() {
        assertThat(text(ASSESSOR.put("tasks/" + task + "/key", "*", key(SECRET)))).doesNotContain(SECRET);
        assertThat(text(ASSESSOR.put("tasks/" + task + "/key", "\"0\"", key(SECRET)))).doesNotContain(SECRET);
        assertThat(text(ASSESSOR.put("tasks/" + task + "/key", "*", "{\"chosen\": [\"" + SECRET + "\"]}"))).doesNotContain(SECRET);
        ASSESSOR.put("tasks/" + task, "*", shortText(instrument, 1).replace("\"points\"", "\"key\": {}, \"points\"")).expectStatus().isBadRequest();
    }

    @Test
    void saysOnlyThatAKeyIsMissingWhenApprovalIsRefused() {
        ASSESSOR.put("tasks/" + task, "*", shortText(instrument, 1).replace("SHORT_TEXT", "NUMBER")).expectStatus().isOk();

        assertThat(text(COORDINATOR.post("instruments/" + instrument + "/approval", Fos.on("2026-02-01"))))
                .contains("no-valid-key").doesNotContain(SECRET);
    }

    @Test
    void sealsTheKeysOfTheNextEditionTooForItSharesTasks() {
        Fos.approve(instrument);
        var next = ASSESSOR.made("instruments/" + instrument + "/editions", "{\"year\": 2027}");
        var copied = InstrumentComponentTest.firstTask(next);
        ASSESSOR.get("tasks/" + copied + "/key").expectStatus().isOk();

        campaign("ANNOUNCED", 60);

        ASSESSOR.get("tasks/" + copied + "/key").expectStatus().isEqualTo(409);
    }

    @Test
    void answersNoGuessesWhileKeysAreSealed() {
        Fos.approve(instrument);
        var next = ASSESSOR.made("instruments/" + instrument + "/editions", "{\"year\": 2027}");
        var copied = InstrumentComponentTest.firstTask(next);
        campaign("ANNOUNCED", 60);

        for (var guess : Stream.of(SECRET, "иное").toList()) {
            var before = ASSESSOR.read("tasks/" + copied).get("version");
            var written = Api.object(ASSESSOR.put("tasks/" + copied + "/key", "*", key(guess)).expectStatus().isOk());
            assertThat(written.get("version")).isEqualTo((int) before + 1);
        }
        var file = "Инструмент;Блок;Номер;Вид;Компетенция;Задание;Баллы;Ключ\n%s;A;1;Краткий ответ;METHOD;Как зовут?;1;%s\n";
        assertThat(ASSESSOR.imported("tasks", "validate", file.formatted(code, "иное"))).containsEntry("changed", 1);
        assertThat(ASSESSOR.imported("tasks", "validate", file.formatted(code, "не то"))).containsEntry("changed", 1);
    }

    @Test
    void letsNobodySeeKeysThroughTheFeed() {
        Fos.approve(instrument);
        var federal = PERM.as(Role.FEDERAL);
        assertThat(text(federal.get().uri("/api/sync/v1/instruments/changes?limit=200").exchange())).doesNotContain(SECRET);
        federal.get().uri("/api/sync/v1/tasks/changes").exchange().expectStatus().isNotFound();
    }

    private void campaign(String status, int minutesLeft) {
        var end = Instant.now().plus(Duration.ofMinutes(minutesLeft));
        PERM.inTransaction(PERM.bean(DatabaseClient.class).sql("""
                INSERT INTO campaign (id, version, created_at, changed_at, search_key, title, instrument_id, starts_at, ends_at, audience,
                    municipality_ids, organisation_ids, positions, subjects, young, person_ids, judge_ids, allowed_difference, attempts, status)
                VALUES (gen_random_uuid(), 1, now(), now(), '', 'К', :instrument, :start, :end, 'SELF', '{}', '{}', '{}', '{}', false, '{}',
                    '{}', 20, 1, :status)
                """).bind("instrument", instrument).bind("start", end.minus(Duration.ofDays(1))).bind("end", end).bind("status", status)
                .fetch().rowsUpdated());
    }

    private static String text(ResponseSpec answer) {
        return String.valueOf(answer.expectBody(String.class).returnResult().getResponseBody());
    }
}
