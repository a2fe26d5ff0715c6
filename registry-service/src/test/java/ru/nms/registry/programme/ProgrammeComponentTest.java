package ru.nms.registry.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.delete;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Shelf.act;
import static ru.nms.registry.Shelf.ids;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.ProgrammeChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Heard;
import ru.nms.registry.Registry;
import ru.nms.registry.Shelf;

class ProgrammeComponentTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    private final UUID provider = institute();
    private final UUID partner = institute();
    private final String title = "Программа " + UUID.randomUUID();

    @Test
    @Clause("REG-130")
    void keepsWhatAProgrammeIs() {
        var id = created("programmes", programme("[\"NETWORK\"]", "[]", "\"modules\": [{\"title\": \"Основы\", \"hours\": 30},"
                + " {\"title\": \"Практика\", \"hours\": 42}], "));

        get(coordinator(), "programmes/" + id).expectStatus().isOk().expectBody()
                .jsonPath("$.providerId").isEqualTo(provider.toString())
                .jsonPath("$.kind").isEqualTo("PK").jsonPath("$.hours").isEqualTo(72)
                .jsonPath("$.form").isEqualTo("PART_TIME").jsonPath("$.distanceShare").isEqualTo(50)
                .jsonPath("$.partnerIds[0]").isEqualTo(partner.toString())
                .jsonPath("$.topics[0]").isEqualTo("Читательская грамотность")
                .jsonPath("$.audience[0]").isEqualTo("Учителя физики")
                .jsonPath("$.modules[1].hours").isEqualTo(42)
                .jsonPath("$.status").isEqualTo("NOT_FILED");
    }

    @Test
    void namesEveryFaultAtOnce() {
        post(coordinator(), "programmes", programme("[\"NETWORK\"]", "[\"NOBODY_COUNTS_THIS\"]", """
                "modules": [{"title": "Основы", "hours": 73}], "status": "INCLUDED", """)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/status").jsonPath("$.errors[0].code").isEqualTo("fixed");
        post(coordinator(), "programmes", programme("[\"NETWORK\"]", "[\"NOBODY_COUNTS_THIS\"]", """
                "modules": [{"title": "Основы", "hours": 73}], """).replace("\"METHODICAL\"", "\"COOKING\"")
                .replace(partner.toString(), provider.toString())).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[*].code").value(codes -> assertThat(codes).asList()
                        .containsExactlyInAnyOrder("no-such-competence", "no-such-tag", "above-hours", "own-partner"));
    }

    @Test
    @Clause("REG-139")
    void findsAProgrammeInTheBankByWordsInAnyOrder() {
        var id = created("programmes", programme("[]", "[]", ""));
        var teacher = TYUMEN.as(Role.TEACHER, UUID.randomUUID());

        assertThat(ids(teacher, "programmes?q=грамотность " + title.substring(10).toUpperCase(java.util.Locale.ROOT))).containsExactly(id);
        assertThat(ids(teacher, "programmes?q=химия " + title.substring(10))).isEmpty();
        assertThat(ids(teacher, "programmes?competence=METHODICAL&providerId=" + provider)).containsExactly(id);
        assertThat(ids(teacher, "programmes?competence=SUBJECT&providerId=" + provider)).isEmpty();
    }

    @Test
    @Clause("REG-132")
    void goesItsWayIntoTheFederalRegister() {
        var id = created("programmes", programme("[\"NETWORK\"]", "[\"FGOS\"]", ""));
        var path = "programmes/" + id;

        act(coordinator(), path + "/inclusion", 1, step("2025-03-01", "17")).expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.possible").value(possible -> assertThat(possible).asList().containsExactly("filing"));
        act(coordinator(), path + "/filing", 1, step("2999-01-01", null)).expectStatus().isEqualTo(422);
        act(coordinator(), path + "/filing", 1, step("2025-02-01", null)).expectStatus().isOk().expectBody()
                .jsonPath("$.status").isEqualTo("FILED").jsonPath("$.filedOn").isEqualTo("2025-02-01");
        act(coordinator(), path + "/review", 2, step("2025-02-10", null)).expectBody().jsonPath("$.status").isEqualTo("EXPERT_REVIEW");
        act(coordinator(), path + "/inclusion", 3, step("2025-03-01", null)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/number");
        act(coordinator(), path + "/inclusion", 3, step("2025-01-31", "17")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("before-last-step");
        act(coordinator(), path + "/inclusion", 3, step("2025-03-01", "17")).expectBody().jsonPath("$.status").isEqualTo("INCLUDED")
                .jsonPath("$.registerNumber").isEqualTo("17").jsonPath("$.includedOn").isEqualTo("2025-03-01");
        await().untilAsserted(() -> Heard.on(ProgrammeChanged.TOPIC, id).hasTheFormOfTheGoldenFile());
        put(coordinator(), path, "\"4\"", programme("[]", "[]", "\"status\": \"REFUSED\", ")).expectStatus().isEqualTo(422);
        put(coordinator(), path, "\"4\"", programme("[]", "[]", "").replace(": 72", ": 80")).expectStatus().isOk().expectBody()
                .jsonPath("$.status").isEqualTo("INCLUDED").jsonPath("$.hours").isEqualTo(80);
        act(coordinator(), path + "/withdrawal", 5, step("2025-05-01", null)).expectBody().jsonPath("$.status").isEqualTo("WITHDRAWN");
        assertThat(ids(coordinator(), "programmes?inRegisterOn=2025-04-30&providerId=" + provider)).containsExactly(id);
        assertThat(ids(coordinator(), "programmes?inRegisterOn=2025-05-01&providerId=" + provider)).isEmpty();
        assertThat(ids(coordinator(), "programmes?inRegisterOn=2025-02-28&providerId=" + provider)).isEmpty();
    }

    @Test
    @Clause("REG-132")
    void canBeRefusedAndFiledAgain() {
        var path = "programmes/" + created("programmes", programme("[]", "[]", ""));
        act(coordinator(), path + "/filing", 1, step("2025-02-01", null));
        act(coordinator(), path + "/review", 2, step("2025-02-10", null));

        act(coordinator(), path + "/refusal", 3, step("2025-03-01", null)).expectStatus().isOk()
                .expectBody().jsonPath("$.status").isEqualTo("REFUSED").jsonPath("$.decidedOn").isEqualTo("2025-03-01");
        act(coordinator(), path + "/filing", 4, step("2025-04-01", null)).expectBody().jsonPath("$.status").isEqualTo("FILED")
                .jsonPath("$.decidedOn").doesNotExist();
    }

    @Test
    @Clause("REG-133")
    void tellsTheShareInTheRegisterOfEachProvider() {
        created("programmes", programme("[]", "[]", ""));
        created("programmes", programme("[]", "[]", "").replace("Программа", "Вторая программа"));
        var included = included(created("programmes", programme("[]", "[]", "").replace("Программа", "Третья программа")));

        get(coordinator(), "programme-statistics?on=2025-03-01").expectStatus().isOk().expectBody()
                .jsonPath("$.items[?(@.providerId == '%s')].inRegister.percent".formatted(provider)).isEqualTo(33.3)
                .jsonPath("$.items[?(@.providerId == '%s')].inRegister.denominator".formatted(provider)).isEqualTo(3);
        get(coordinator(), "programme-statistics?on=2025-02-28").expectBody()
                .jsonPath("$.items[?(@.providerId == '%s')].inRegister.numerator".formatted(provider)).isEqualTo(0);
        get(coordinator(), "programme-statistics?on=later").expectStatus().isBadRequest();
        assertThat(included).isNotNull();
    }

    @Test
    @Clause({"REG-134", "REG-151"})
    void marksAndCountsTheWaysOfDelivery() {
        var network = created("programmes", programme("[\"NETWORK\", \"CORE_PRACTICE\"]", "[]", ""));
        var cascade = created("programmes", programme("[\"CASCADE\", \"CORE_PRACTICE\"]", "[]", "").replace("Программа", "Каскад"));
        var electronic = created("programmes", programme("[\"ELECTRONIC\", \"DISTANCE\"]", "[]", "").replace("Программа", "Сеть"));
        var mine = "&providerId=" + provider;

        assertThat(ids(coordinator(), "programmes?mark=NETWORK" + mine)).containsExactly(network);
        assertThat(ids(coordinator(), "programmes?mark=CASCADE" + mine)).containsExactly(cascade);
        assertThat(ids(coordinator(), "programmes?mark=CORE_PRACTICE" + mine)).containsExactlyInAnyOrder(network, cascade);
        assertThat(ids(coordinator(), "programmes?mark=DISTANCE" + mine)).containsExactly(electronic);
        get(coordinator(), "programme-statistics").expectBody()
                .jsonPath("$.items[?(@.providerId == '%s')].network".formatted(provider)).isEqualTo(1)
                .jsonPath("$.items[?(@.providerId == '%s')].electronic".formatted(provider)).isEqualTo(1)
                .jsonPath("$.items[?(@.providerId == '%s')].distance".formatted(provider)).isEqualTo(1);
        post(coordinator(), "programmes", programme("[\"NETWORK\"]", "[]", "").replace("\"" + partner + "\"", "").replace("Программа", "Одна"))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/partnerIds");
    }

    @Test
    @Clause("REG-131")
    void isLinkedToTheDeficitsAndRequestsItAnswers() {
        var id = created("programmes", programme("[]", "[]", "\"requests\": [\"Запрос школы № 5\"], ").replace("METHODICAL", "COMMUNICATIVE"));
        int before = openDeficits(id);
        var deficit = UUID.randomUUID();
        Shelf.learns(TYUMEN, deficit(deficit, 1, "COMMUNICATIVE", "OPEN"), deficit(UUID.randomUUID(), 1, "IT", "OPEN"));

        assertThat(openDeficits(id)).isEqualTo(before + 1);
        Shelf.learns(TYUMEN, deficit(deficit, 2, "COMMUNICATIVE", "CLOSED"));
        assertThat(openDeficits(id)).isEqualTo(before);
        get(coordinator(), "programmes/" + id).expectBody().jsonPath("$.requests[0]").isEqualTo("Запрос школы № 5");
    }

    @Test
    @Clause({"REG-142", "REG-144", "REG-145", "REG-146"})
    void isTaggedByWhatTrainingIsCountedBy() {
        for (var tag : List.of("FUNCTIONAL_LITERACY", "FGOS", "DIGITAL_ENVIRONMENT", "QUALITY_ASSESSMENT", "LOW_RESULT_SCHOOLS", "TALENTS",
                "CAREER_GUIDANCE", "UPBRINGING", "PRESCHOOL", "BURNOUT", "QUALITY_FOR_TEAMS", "INTERNATIONAL_SURVEYS")) {
            var id = created("programmes", programme("[]", "[\"" + tag + "\"]", "").replace("Программа", tag));

            assertThat(ids(coordinator(), "programmes?tag=" + tag + "&providerId=" + provider)).containsExactly(id);
        }
    }

    @Test
    @Clause({"REG-135", "REG-148"})
    void knowsItsTutorsAndItsFinalAssessment() {
        var tutor = Registry.teacher(Registry.school(Registry.municipality("Абатский")));
        var id = created("programmes", programme("[\"TUTORED\", \"MODERN_DIAGNOSTICS\"]", "[]",
                "\"tutorIds\": [\"%s\"], \"finalAssessment\": \"Диагностика ЦОПМКП\", ".formatted(tutor)));

        get(coordinator(), "programmes/" + id).expectBody().jsonPath("$.tutorIds[0]").isEqualTo(tutor.toString())
                .jsonPath("$.finalAssessment").isEqualTo("Диагностика ЦОПМКП");
        assertThat(ids(coordinator(), "programmes?mark=MODERN_DIAGNOSTICS&providerId=" + provider)).containsExactly(id);
        assertThat(ids(coordinator(), "programmes?mark=TUTORED&status=INCLUDED&providerId=" + provider)).isEmpty();
        included(id);
        assertThat(ids(coordinator(), "programmes?mark=TUTORED&status=INCLUDED&providerId=" + provider)).containsExactly(id);
    }

    @Test
    void isKeptByItsProviderAlone() {
        var mine = TYUMEN.as(Role.PROVIDER, null, provider, null);
        post(TYUMEN.as(Role.PROVIDER, null, partner, null), "programmes", programme("[]", "[]", "")).expectStatus().isForbidden();
        var id = Shelf.created(mine, "programmes", programme("[]", "[]", ""));

        put(mine, "programmes/" + id, "\"1\"", programme("[]", "[]", "").replace("\"providerId\": \"" + provider, "\"providerId\": \"" + partner)
                .replace("[\"" + partner, "[\"" + provider)).expectStatus().isForbidden();
        delete(TYUMEN.as(Role.PROVIDER, null, partner, null), "programmes/" + id, "\"1\"").expectStatus().isForbidden();
        delete(mine, "programmes/" + id, "\"1\"").expectStatus().isNoContent();
    }

    @Test
    @Clause("REG-149")
    void showsThePlannedAndTheSpentWithTheRegisterAndTheNetworkInView() {
        var network = included(created("programmes", programme("[\"NETWORK\"]", "[]", "")));
        var other = created("programmes", programme("[]", "[]", "").replace("Программа", "Другая"));
        finance(network, 2031, 1000, 700);
        finance(other, 2031, 500, 600);
        created("programme-finances", "{\"programmeId\": \"%s\", \"year\": 2031, \"budget\": \"FEDERAL\", \"planned\": 70, \"spent\": 7}".formatted(other));

        get(coordinator(), "programme-finance-statistics").expectStatus().isOk().expectBody()
                .jsonPath("$.items[?(@.year == 2031 && @.budget == 'REGIONAL')].planned").isEqualTo(1500)
                .jsonPath("$.items[?(@.year == 2031 && @.budget == 'REGIONAL')].spent").isEqualTo(1300)
                .jsonPath("$.items[?(@.year == 2031 && @.budget == 'REGIONAL')].spentInRegister").isEqualTo(700)
                .jsonPath("$.items[?(@.year == 2031 && @.budget == 'REGIONAL')].spentOnNetwork").isEqualTo(700)
                .jsonPath("$.items[?(@.year == 2031 && @.budget == 'FEDERAL')].planned").isEqualTo(70);
        get(coordinator(), "programme-finances?year=2031&budget=FEDERAL").expectBody().jsonPath("$.items.length()").isEqualTo(1);
    }

    @Test
    @Clause({"REG-137", "REG-138"})
    void drawsUpAndApprovesAPlanAndAListEachYear() {
        for (var plan : List.of("\"kind\": \"COURSE_PLAN\", \"courses\": [{\"programme\": \"Курс\", \"seats\": 25}]",
                "\"kind\": \"TOPIC_LIST\", \"topics\": [\"Функциональная грамотность\"]")) {
            var body = "{\"year\": 2025, \"providerId\": \"%s\", %s}".formatted(provider, plan);
            var path = "training-plans/" + created("training-plans", body);

            post(coordinator(), "training-plans", body).expectStatus().isEqualTo(409);
            act(TYUMEN.as(Role.MINISTRY), path + "/approval", 1, "{\"on\": \"2999-12-20\", \"document\": \"Приказ 1\"}").expectStatus().isEqualTo(422);
            act(TYUMEN.as(Role.MINISTRY), path + "/approval", 1, "{\"on\": \"2024-12-20\", \"document\": \"Приказ 1\"}").expectStatus().isOk()
                    .expectBody().jsonPath("$.status").isEqualTo("APPROVED").jsonPath("$.approvedOn").isEqualTo("2024-12-20");
            put(coordinator(), path, "\"2\"", body.replace("Курс", "Другой").replace("Функц", "Ф")).expectStatus().isEqualTo(409);
            assertThat(ids(coordinator(), "training-plans?year=2025&status=APPROVED&providerId=" + provider)).isNotEmpty();
        }
        var empty = "training-plans/" + created("training-plans", "{\"kind\": \"TOPIC_LIST\", \"year\": 2024, \"providerId\": \"%s\"}".formatted(provider));
        act(coordinator(), empty + "/approval", 1, "{\"on\": \"2024-12-20\", \"document\": \"Приказ 1\"}").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/topics");
    }

    private static void finance(UUID programme, int year, long planned, long spent) {
        created("programme-finances", "{\"programmeId\": \"%s\", \"year\": %d, \"budget\": \"REGIONAL\", \"planned\": %d, \"spent\": %d}"
                .formatted(programme, year, planned, spent));
    }

    private static UUID included(UUID id) {
        act(coordinator(), "programmes/" + id + "/filing", 1, step("2025-02-01", null)).expectStatus().isOk();
        act(coordinator(), "programmes/" + id + "/review", 2, step("2025-02-01", null)).expectStatus().isOk();
        act(coordinator(), "programmes/" + id + "/inclusion", 3, step("2025-03-01", "17")).expectStatus().isOk();
        return id;
    }

    private static int openDeficits(UUID id) {
        var found = new int[1];
        get(coordinator(), "programmes/" + id).expectBody().jsonPath("$.openDeficits").value(count -> found[0] = (Integer) count);
        return found[0];
    }

    private static DeficitChanged deficit(UUID id, long version, String competence, String status) {
        return new DeficitChanged(UUID.randomUUID(), id, 1, version, Shelf.AT, UUID.randomUUID(), competence, "HIGH", status, DAY,
                status.equals("OPEN") ? null : DAY.plusDays(1), UUID.randomUUID());
    }

    private static String step(String on, @org.jspecify.annotations.Nullable String number) {
        return "{\"on\": \"%s\"%s}".formatted(on, number == null ? "" : ", \"number\": \"" + number + "\"");
    }

    private static UUID institute() {
        return created("organisations", """
                {"kind": "DPO_INSTITUTE", "level": "REGIONAL", "name": "Институт %s"}""".formatted(UUID.randomUUID()));
    }

    private String programme(String marks, String tags, String more) {
        return """
                {%s"providerId": "%s", "kind": "PK", "title": "%s", "hours": 72, "form": "PART_TIME", "distanceShare": 50,
                 "marks": %s, "tags": %s, "topics": ["Читательская грамотность"], "audience": ["Учителя физики"],
                 "competences": ["METHODICAL"], "partnerIds": ["%s"]}""".formatted(more, provider, title, marks, tags, partner);
    }
}
