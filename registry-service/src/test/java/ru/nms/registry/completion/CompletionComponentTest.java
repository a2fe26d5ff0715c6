package ru.nms.registry.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Registry.put;
import static ru.nms.registry.Shelf.act;
import static ru.nms.registry.Shelf.ids;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.CompletionChanged;
import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Heard;
import ru.nms.registry.Registry;
import ru.nms.registry.Shelf;

class CompletionComponentTest {

    private static final LocalDate START = LocalDate.of(2025, 4, 1);

    private final UUID school = Registry.school(municipality("Абатский"));
    private final UUID person = Registry.teacher(school);
    private final UUID provider = created("organisations", """
            {"kind": "DPO_INSTITUTE", "level": "REGIONAL", "name": "Институт %s"}""".formatted(UUID.randomUUID()));
    private final UUID programme = programme("METHODICAL");

    @Test
    @Clause("REG-140")
    void keepsACompletion() {
        included(programme, "2025-03-01");
        var id = created("completions", completion());

        get(coordinator(), "completions/" + id).expectStatus().isOk().expectBody()
                .jsonPath("$.personId").isEqualTo(person.toString()).jsonPath("$.programmeId").isEqualTo(programme.toString())
                .jsonPath("$.since").isEqualTo("2025-04-01").jsonPath("$.until").isEqualTo("2025-04-20")
                .jsonPath("$.hours").isEqualTo(72).jsonPath("$.document").isEqualTo("CERTIFICATE")
                .jsonPath("$.documentNumber").isEqualTo("У-1").jsonPath("$.inRegister").isEqualTo(true)
                .jsonPath("$.chosenByDiagnostics").isEqualTo(false);
        Heard.on(CompletionChanged.TOPIC, id).hasTheFormOfTheGoldenFile();
        assertThat(ids(coordinator(), "completions?inRegister=true&personId=" + person)).containsExactly(id);
        post(coordinator(), "completions", completion().replace("2025-04-20", "2999-04-20")).expectStatus().isEqualTo(422);
        post(coordinator(), "completions", completion().replace("2025-04-20", "2025-03-31")).expectStatus().isEqualTo(422);
        post(coordinator(), "completions", completion().replace("\"hours\"", "\"inRegister\": true, \"hours\"")).expectStatus().isEqualTo(422);
    }

    @Test
    @Clause("REG-140")
    void standsInTheRegisterWhenItsProgrammeDidOnTheLastDay() {
        included(programme, "2025-04-20");
        var id = created("completions", completion());
        var late = created("completions", completion().replace("2025-04-20", "2025-04-19"));

        assertThat(ids(coordinator(), "completions?inRegister=true&personId=" + person)).containsExactly(id);
        act(coordinator(), "programmes/" + programme + "/withdrawal", 4, "{\"on\": \"2025-04-20\"}").expectStatus().isOk();
        assertThat(ids(coordinator(), "completions?inRegister=false&personId=" + person)).containsExactlyInAnyOrder(id, late);
    }

    @Test
    @Clause("REG-141")
    void countsAsChosenByDiagnosticsWhenTheResultAndTheDeficitLieBefore() {
        result(START.minusDays(1));
        deficit("METHODICAL", START.minusDays(1), null);
        var id = created("completions", completion());

        get(coordinator(), "completions/" + id).expectBody().jsonPath("$.chosenByDiagnostics").isEqualTo(true);
        assertThat(ids(coordinator(), "completions?chosenByDiagnostics=true&personId=" + person)).containsExactly(id);
    }

    @Test
    @Clause("REG-141")
    void doesNotCountAResultOfTheFirstDay() {
        result(START);
        deficit("METHODICAL", START.minusDays(1), null);

        assertThat(chosen()).isFalse();
    }

    @Test
    @Clause("REG-141")
    void doesNotCountADeficitOfTheFirstDay() {
        result(START.minusDays(1));
        deficit("METHODICAL", START, null);

        assertThat(chosen()).isFalse();
    }

    @Test
    @Clause("REG-141")
    void doesNotCountAProgrammeThatWorksOnOtherDeficits() {
        result(START.minusDays(1));
        deficit("SUBJECT", START.minusDays(1), null);

        assertThat(chosen()).isFalse();
    }

    @Test
    @Clause("REG-141")
    void doesNotCountADeficitThatWasClosedBefore() {
        result(START.minusDays(30));
        deficit("METHODICAL", START.minusDays(30), START);

        assertThat(chosen()).isFalse();
    }

    @Test
    void countsADeficitThatTheTrainingClosed() {
        result(START.minusDays(30));
        deficit("METHODICAL", START.minusDays(30), START.plusDays(1));

        assertThat(chosen()).isTrue();
    }

    @Test
    @Clause("REG-141")
    void learnsOfDiagnosticsAfterwardsAndSaysSo() {
        var id = created("completions", completion());
        Heard.on(CompletionChanged.TOPIC, id);

        deficit("METHODICAL", START.minusDays(1), null);
        get(coordinator(), "completions/" + id).expectHeader().valueEquals("ETag", "\"1\"");
        result(START.minusDays(1));

        get(coordinator(), "completions/" + id).expectHeader().valueEquals("ETag", "\"2\"").expectBody()
                .jsonPath("$.chosenByDiagnostics").isEqualTo(true);
    }

    @Test
    @Clause("REG-141")
    void countsNoMoreWhenTheResultIsWithdrawn() {
        var result = result(START.minusDays(1));
        deficit("METHODICAL", START.minusDays(1), null);
        var id = created("completions", completion());

        Shelf.forgets(TYUMEN, ResultChanged.TOPIC, result, 2);

        get(coordinator(), "completions/" + id).expectHeader().valueEquals("ETag", "\"2\"").expectBody()
                .jsonPath("$.chosenByDiagnostics").isEqualTo(false);
    }

    @Test
    @Clause("REG-141")
    void countsNoMoreWhenTheDeficitNeverWas() {
        result(START.minusDays(1));
        var deficit = deficit("METHODICAL", START.minusDays(1), null);
        var id = created("completions", completion());

        Shelf.forgets(TYUMEN, DeficitChanged.TOPIC, deficit, 2);

        get(coordinator(), "completions/" + id).expectHeader().valueEquals("ETag", "\"2\"").expectBody()
                .jsonPath("$.chosenByDiagnostics").isEqualTo(false);
    }

    @Test
    void followsTheCompetencesOfItsProgramme() {
        result(START.minusDays(1));
        deficit("SUBJECT", START.minusDays(1), null);
        var id = created("completions", completion());
        assertThat(ids(coordinator(), "completions?chosenByDiagnostics=true&personId=" + person)).isEmpty();

        put(coordinator(), "programmes/" + programme, "\"1\"", programmeBody("SUBJECT")).expectStatus().isOk();

        assertThat(ids(coordinator(), "completions?chosenByDiagnostics=true&personId=" + person)).containsExactly(id);
    }

    @Test
    void keepsCopiesThatRepeatedOlderAndLateEventsDoNotChange() {
        var result = UUID.randomUUID();
        var deficit = UUID.randomUUID();
        Shelf.learns(TYUMEN, result(result, 3), result(result, 3), result(result, 2));
        Shelf.learns(TYUMEN, deficit(deficit, 3), deficit(deficit, 3), deficit(deficit, 2));
        assertThat(copies(result, deficit)).containsExactly("3 false", "3 false");

        Shelf.forgets(TYUMEN, ResultChanged.TOPIC, result, 4);
        Shelf.forgets(TYUMEN, DeficitChanged.TOPIC, deficit, 4);
        Shelf.learns(TYUMEN, result(result, 3));
        Shelf.learns(TYUMEN, deficit(deficit, 3));
        assertThat(copies(result, deficit)).containsExactly("4 true", "4 true");

        Shelf.learns(TYUMEN, result(result, 5));
        Shelf.learns(TYUMEN, deficit(deficit, 5));
        assertThat(copies(result, deficit)).containsExactly("5 false", "5 false");
    }

    @Test
    void showsAProviderThoseItTaughtAndNobodyElse() {
        var mine = TYUMEN.as(Role.PROVIDER, null, provider, null);
        var id = Shelf.created(mine, "completions", completion());

        assertThat(ids(mine, "completions?personId=" + person)).containsExactly(id);
        assertThat(ids(TYUMEN.as(Role.PROVIDER, null, UUID.randomUUID(), null), "completions?personId=" + person)).isEmpty();
        assertThat(ids(TYUMEN.as(Role.TEACHER, person), "completions")).containsExactly(id);
        assertThat(ids(TYUMEN.as(Role.TEACHER, UUID.randomUUID()), "completions")).isEmpty();
        assertThat(ids(TYUMEN.as(Role.ORGANISATION, null, school, null), "completions")).containsExactly(id);
    }

    @Test
    @Clause("REG-143")
    void recordsApplicationsOfAServiceAndOfTheTeacherAlike() {
        var teacher = TYUMEN.as(Role.TEACHER, person);
        var self = "{\"personId\": \"%s\", \"programmeId\": \"%s\", \"way\": \"%s\", \"appliedOn\": \"2025-03-10\"%s}";
        var own = Shelf.created(teacher, "enrolments", self.formatted(person, programme, "SELF", ""));
        post(teacher, "enrolments", self.formatted(Registry.teacher(school), programme, "SELF", "")).expectStatus().isForbidden();
        post(coordinator(), "enrolments", self.formatted(Registry.teacher(school), programme, "METHOD_SERVICE", "")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/applicantId");
        var sent = created("enrolments", self.formatted(Registry.teacher(school), programme, "METHOD_SERVICE",
                ", \"applicantId\": \"" + school + "\""));

        assertThat(ids(coordinator(), "enrolments?way=SELF&programmeId=" + programme)).containsExactly(own);
        assertThat(ids(coordinator(), "enrolments?way=METHOD_SERVICE&programmeId=" + programme)).containsExactly(sent);
        var mine = TYUMEN.as(Role.PROVIDER, null, provider, null);
        act(mine, "enrolments/" + own + "/admission", 1, "{\"on\": \"2025-03-12\"}").expectStatus().isOk()
                .expectBody().jsonPath("$.status").isEqualTo("ENROLLED");
        act(mine, "enrolments/" + own + "/refusal", 2, "{\"on\": \"2025-03-12\"}").expectStatus().isEqualTo(409);
    }

    @Test
    @Clause("REG-147")
    void recordsTheRecognitionOfWhatWasLearntOutsideProgrammes() {
        var body = """
                {"personId": "%s", "title": "Хакатон %s", "way": "NON_FORMAL", "learntOn": "2025-02-01", "hours": 16,
                 "recognisedById": "%s", "recognisedOn": "2025-03-01", "document": "Протокол 4"}""".formatted(person, UUID.randomUUID(), provider);
        post(coordinator(), "recognitions", body.replace("2025-03-01", "2025-01-31")).expectStatus().isEqualTo(422);
        var id = created("recognitions", body);

        get(TYUMEN.as(Role.TEACHER, person), "recognitions?way=NON_FORMAL").expectBody()
                .jsonPath("$.items[0].id").isEqualTo(id.toString()).jsonPath("$.items[0].document").isEqualTo("Протокол 4");
    }

    @Test
    @Clause("REG-150")
    void proposesTrainingForWhatAnAttestationFoundLacking() {
        var id = created("attestations", """
                {"personId": "%s", "heldOn": "2025-03-15", "category": "FIRST", "granted": false, "competences": ["METHODICAL"]}"""
                .formatted(person));
        var mine = "$.proposed[?(@.programmeId == '" + programme + "')].title";
        get(coordinator(), "attestations/" + id).expectBody().jsonPath(mine).exists().jsonPath("$.taken").isEmpty();

        var completion = created("completions", completion());

        get(coordinator(), "attestations/" + id).expectBody().jsonPath(mine).doesNotExist()
                .jsonPath("$.taken[0].completionId").isEqualTo(completion.toString());
    }

    private boolean chosen() {
        var id = created("completions", completion());
        return ids(coordinator(), "completions?chosenByDiagnostics=true&personId=" + person).contains(id);
    }

    private UUID result(LocalDate takenOn) {
        var id = UUID.randomUUID();
        Shelf.learns(TYUMEN, new ResultChanged(UUID.randomUUID(), id, 1, 1, Shelf.AT, person, "Диагностика", "CNPPM",
                takenOn, List.of("METHODICAL", "SUBJECT")));
        return id;
    }

    private UUID deficit(String competence, LocalDate openedOn, @Nullable LocalDate closedOn) {
        var id = UUID.randomUUID();
        Shelf.learns(TYUMEN, new DeficitChanged(UUID.randomUUID(), id, 1, 1, Shelf.AT, person, competence, "HIGH",
                closedOn == null ? "OPEN" : "CLOSED", openedOn, closedOn, UUID.randomUUID()));
        return id;
    }

    private static ResultChanged result(UUID id, long version) {
        return new ResultChanged(UUID.randomUUID(), id, 1, version, Shelf.AT, UUID.randomUUID(), "Диагностика", "CNPPM", START, List.of("IT"));
    }

    private static DeficitChanged deficit(UUID id, long version) {
        return new DeficitChanged(UUID.randomUUID(), id, 1, version, Shelf.AT, UUID.randomUUID(), "IT", "LOW", "CLOSED", START, START, id);
    }

    private static @Nullable List<String> copies(UUID result, UUID deficit) {
        return TYUMEN.inTransaction(TYUMEN.bean(DatabaseClient.class).sql("""
                SELECT version || ' ' || deleted AS state FROM result_copy WHERE id = :result
                UNION ALL SELECT version || ' ' || deleted FROM deficit_copy WHERE id = :deficit
                """).bind("result", result).bind("deficit", deficit).map(row -> row.get("state", String.class)).all().collectList());
    }

    private static void included(UUID id, String on) {
        act(coordinator(), "programmes/" + id + "/filing", 1, "{\"on\": \"2025-02-01\"}").expectStatus().isOk();
        act(coordinator(), "programmes/" + id + "/review", 2, "{\"on\": \"2025-02-01\"}").expectStatus().isOk();
        act(coordinator(), "programmes/" + id + "/inclusion", 3, "{\"on\": \"%s\", \"number\": \"17\"}".formatted(on)).expectStatus().isOk();
    }

    private UUID programme(String competence) {
        return created("programmes", programmeBody(competence));
    }

    private String programmeBody(String competence) {
        return """
                {"providerId": "%s", "kind": "PK", "title": "Программа %s", "hours": 72, "form": "FULL_TIME", "distanceShare": 0,
                 "competences": ["%s"]}""".formatted(provider, provider, competence);
    }

    private String completion() {
        return """
                {"personId": "%s", "programmeId": "%s", "since": "2025-04-01", "until": "2025-04-20", "hours": 72,
                 "document": "CERTIFICATE", "documentNumber": "У-1", "documentDate": "2025-04-21"}""".formatted(person, programme);
    }
}
