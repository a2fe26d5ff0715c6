package ru.nms.diagnostics.survey;

import static java.util.Objects.requireNonNull;
import static ru.nms.diagnostics.Diagnostics.PERM;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.platform.access.Role;

/// Surveys in the running service and what every test does with them.
final class Surveys {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Yekaterinburg"));

    private static final String QUESTIONS = """
            [{"code": "tired", "title": "Устаёте ли Вы?", "answering": "SCALE", "required": true, "lowest": 1, "highest": 5},
             {"code": "helps", "title": "Что помогает?", "answering": "MULTIPLE", "required": true,
              "options": [{"code": "REST", "title": "Отдых"}, {"code": "TALK", "title": "Разговор"}]}]""";

    static final String BANDS = """
            {"AGE": ["UNDER_35", "OVER_35"], "SEX": ["F", "M"], "CATEGORY": ["NONE", "HIGHEST"], "EDUCATION": ["HIGHER", "SECONDARY"],
             "SUBJECT": ["Физика", "Химия"], "MUNICIPALITY": []}""";

    private Surveys() {}

    static String burnoutForm() {
        return """
                {"kind": "BURNOUT", "title": "Благополучие %s", "questions": %s, "bands": %s}
                """.formatted(UUID.randomUUID(), QUESTIONS, BANDS);
    }

    static String form(String kind, String respondent) {
        return """
                {"kind": "%s", "respondent": "%s", "title": "Форма %s", "questions": [
                 {"code": "used", "title": "Применяете ли изученное?", "answering": "SINGLE", "required": true,
                  "options": [{"code": "YES", "title": "Да"}, {"code": "NO", "title": "Нет"}]},
                 {"code": "what", "title": "Что именно?", "answering": "TEXT", "required": false}]}
                """.formatted(kind, respondent, UUID.randomUUID());
    }

    static String round(String kind, int year, String more, Object... forms) {
        return """
                {"kind": "%s", "title": "Опрос %s", "year": %d, "formIds": ["%s"], "since": "%s", "until": "%s"%s}
                """.formatted(kind, UUID.randomUUID(), year, String.join("\", \"", java.util.Arrays.stream(forms).map(String::valueOf).toList()),
                TODAY, TODAY.plusDays(1), more);
    }

    static ResponseSpec post(WebTestClient http, String path, String body) {
        return http.post().uri("/api/diagnostics/v1/" + path).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    static String created(String path, String body) {
        return String.valueOf(requireNonNull(post(PERM.as(Role.COORDINATOR), path, body).expectStatus().isCreated()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {}).returnResult().getResponseBody()).get("id"));
    }

    static ResponseSpec act(String path, int version, String body) {
        var request = PERM.as(Role.COORDINATOR).post().uri("/api/diagnostics/v1/" + path).header("If-Match", "\"" + version + "\"");
        return body.isEmpty() ? request.exchange() : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    static String ticket(String round, UUID person) {
        return String.valueOf(requireNonNull(PERM.as(Role.TEACHER, person).get().uri("/api/diagnostics/v1/survey-rounds/" + round + "/ticket")
                .exchange().expectStatus().isOk().expectBody(new ParameterizedTypeReference<Map<String, Object>>() {}).returnResult()
                .getResponseBody()).get("ticket"));
    }

    static String ballot(String ticket, UUID municipality, String sex, int tired) {
        return """
                {"ticket": "%s", "bands": {"AGE": "UNDER_35", "SEX": "%s", "CATEGORY": "NONE", "EDUCATION": "HIGHER", "SUBJECT": "Физика",
                 "MUNICIPALITY": "%s"}, "answers": {"tired": ["%d"], "helps": %s}}
                """.formatted(ticket, sex, municipality, tired, tired == 2 ? "[\"TALK\"]" : tired == 1 ? "[\"REST\"]" : "[\"REST\", \"TALK\"]");
    }

    static ResponseSpec cast(String round, String ballot) {
        return post(PERM.anonymous(), "survey-rounds/" + round + "/ballots", ballot);
    }
}
