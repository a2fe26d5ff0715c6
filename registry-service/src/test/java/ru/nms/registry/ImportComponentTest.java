package ru.nms.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.school;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.testkit.Clause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportComponentTest {

    private static final String PEOPLE = "lastName;firstName;birthDate;municipality;organisation;position;subjects;since;category\n";
    private final String mark = UUID.randomUUID().toString();
    private final UUID golyshmanovskiy = municipality("Голышмановский");

    @Test
    @Clause("REG-048")
    void takesPeopleInByTheAliasOfTheirMunicipalityOnce() {
        Registry.created("organisations", school("Школа " + mark, golyshmanovskiy));
        Registry.created("organisations", school("Школа " + mark, municipality("Ярковский")));
        var file = PEOPLE + """
                Первая%1$s;Анна;17.05.1998;голышмановский ГО;ШКОЛА %1$s;Учитель;Физика, Химия;01.09.2025;Первая
                Первая%1$s;Анна;17.05.1998;Ярково;Школа %1$s;Учитель;Физика;01.09.2025;
                Вторая%1$s;Анна;17.05.1985;Голышмановский;Школа %1$s;Заместитель директора;;01.09.2020;Высшая
                Вторая%1$s;Анна;17.05.1985;Голышмановский;Школа %1$s;Учитель;Биология;01.09.2020;
                """.formatted(mark);

        assertThat(counts(imported("people", "validate", file))).isEqualTo("DONE rows=4 created=2 changed=2 unchanged=0 refused=0");
        get(coordinator(), "people?q=" + mark + "&count=true").expectBody().jsonPath("$.total").isEqualTo(0);
        assertThat(counts(imported("people", "apply", file))).isEqualTo("DONE rows=4 created=2 changed=2 unchanged=0 refused=0");
        assertThat(counts(imported("people", "apply", file))).isEqualTo("DONE rows=4 created=0 changed=0 unchanged=4 refused=0");

        get(coordinator(), "people?q=Вторая" + mark).expectBody()
                .jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].version").isEqualTo(1)
                .jsonPath("$.items[0].category").isEqualTo("HIGHEST")
                .jsonPath("$.items[0].posts.length()").isEqualTo(2);
        get(coordinator(), "people?q=Первая" + mark + "&municipalityId=" + golyshmanovskiy).expectBody()
                .jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].posts[0].subjects[1]").isEqualTo("Химия")
                .jsonPath("$.items[0].young").isEqualTo(true);
    }

    @Test
    @Clause("REG-053")
    void knowsAnOrganisationByNameUntilTheDayOfItsClosing() {
        var today = Registry.TYUMEN.bean(RegionCalendar.class).today();
        for (int days = -1; days <= 1; days++) {
            Registry.created("organisations", school("Школа " + days + mark, golyshmanovskiy)
                    .replace("}", ", \"closedOn\": \"" + today.plusDays(days) + "\"}"));
        }
        var row = "Первая;Анна;17.05.1990;;Школа %d" + mark + ";Учитель;Физика;01.09.2020;\n";
        var models = "Организация;Принята;Документ\n";
        for (int days = -1; days <= 1; days++) {
            var result = days == 1 ? "DONE rows=1 created=1 changed=0 unchanged=0 refused=0" : "DONE rows=1 created=0 changed=0 unchanged=0 refused=1";
            assertThat(counts(imported("people", "apply", PEOPLE + row.formatted(days)))).as("closed in %d days", days).isEqualTo(result);
            assertThat(counts(imported("mentoring-models", "apply", models + "Школа " + days + mark + ";01.02.2026;Приказ 5\n")))
                    .as("closed in %d days", days).isEqualTo(result);
        }
    }

    @Test
    void changesWhatARowSaysAndKeepsTheRest() {
        Registry.created("organisations", school("Школа " + mark, golyshmanovskiy));
        var row = "Первая" + mark + ";Анна;17.05.1990;;Школа " + mark + ";Учитель;%s;01.09.2020;%s\n";
        imported("people", "apply", PEOPLE + row.formatted("Физика", "Первая"));

        assertThat(counts(imported("people", "apply", PEOPLE + row.formatted("", "Высшая"))))
                .isEqualTo("DONE rows=1 created=0 changed=1 unchanged=0 refused=0");

        get(coordinator(), "people?q=" + mark).expectBody()
                .jsonPath("$.items[0].version").isEqualTo(2)
                .jsonPath("$.items[0].category").isEqualTo("HIGHEST")
                .jsonPath("$.items[0].posts[0].subjects[0]").isEqualTo("Физика");
    }

    @Test
    @Clause({"REG-001", "REG-008"})
    void takesEducationAndGraduatesIn() {
        Registry.created("organisations", school("Школа " + mark, golyshmanovskiy));
        var header = "lastName;firstName;birthDate;organisation;position;since;subjects;weeklyHours;subjectProfiles;graduatedFrom;graduatedOn\n";
        var file = header + """
                Первая%1$s;Анна;17.05.1998;Школа %1$s;Учитель;01.09.2020;Физика, Химия;40;"Физика: физика; Химия: история";;
                Вторая%1$s;Анна;17.05.2003;;;;;;;КемГУ;30.06.2026
                Третья%1$s;Анна;17.05.2003;;;;;;;;
                Пятая%1$s;Анна;17.05.2003;;;;;;Физика;КемГУ;
                """.formatted(mark);

        assertThat(counts(imported("people", "apply", file))).isEqualTo("DONE rows=4 created=2 changed=0 unchanged=0 refused=2");
        assertThat(counts(imported("people", "apply", file))).isEqualTo("DONE rows=4 created=0 changed=0 unchanged=2 refused=2");

        get(coordinator(), "people?graduate=true&q=" + mark).expectBody().jsonPath("$.items[*].graduation.institution").isEqualTo("КемГУ");
        get(coordinator(), "people?educationMatch=false&overloaded=true&q=" + mark).expectBody()
                .jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].subjectProfiles[1].profile").isEqualTo("история");
    }

    @Test
    void takesInsuranceNumbersInAndKeepsNoneOfARefusedRow() {
        Registry.created("organisations", school("Школа " + mark, golyshmanovskiy));
        var header = "lastName;firstName;birthDate;organisation;position;since;snils\n";
        var job = imported("people", "apply", header + """
                Первая%1$s;Анна;17.05.1990;Школа %1$s;Учитель;01.09.2020;112-233-445 95
                Вторая%1$s;Анна;17.05.1990;Школа %1$s;Волшебник;01.09.2020;087-654-303 00
                Третья%1$s;Анна;17.05.1990;Школа %1$s;Учитель;01.09.2020;112-233-445 96
                """.formatted(mark));

        assertThat(counts(job)).isEqualTo("DONE rows=3 created=1 changed=0 unchanged=0 refused=2");
        Registry.post(coordinator(), "people/searches", "{\"snils\": \"11223344595\"}").expectStatus().isOk()
                .expectBody().jsonPath("$[0].lastName").isEqualTo("Первая" + mark);
        get(coordinator(), "imports/" + job.at("/id").asString() + "/refused").expectStatus().isOk().expectBody(String.class)
                .value(file -> assertThat(file).contains("Вторая" + mark).doesNotContain("087-654-303 00", "112-233-445 96"));
    }

    @Test
    @Clause("REG-018")
    void keepsTheEndedPostOfWhoeverComesBack() {
        Registry.created("organisations", school("Школа " + mark, golyshmanovskiy));
        var header = "lastName;firstName;birthDate;organisation;position;since;until\n";
        imported("people", "apply", header + "Первая%1$s;Анна;17.05.1990;Школа %1$s;Учитель;01.09.2015;01.06.2020\n".formatted(mark));

        imported("people", "apply", header + "Первая%1$s;Анна;17.05.1990;Школа %1$s;Учитель;01.09.2024;\n".formatted(mark));

        get(coordinator(), "people?q=" + mark).expectBody()
                .jsonPath("$.items[0].posts[0].until").isEqualTo("2020-06-01")
                .jsonPath("$.items[0].posts[1].since").isEqualTo("2024-09-01");
        get(coordinator(), "people?on=2022-01-01&q=" + mark).expectBody().jsonPath("$.items").isEmpty();
    }

    @Test
    void namesWhatIsWrongWithARowAndTakesTheOthers() {
        Registry.created("organisations", school("Школа " + mark, golyshmanovskiy));
        Registry.created("organisations", school("Школа " + mark, municipality("Ярковский")));
        var job = imported("people", "apply", PEOPLE + """
                Первая%1$s;Анна;17.05.1998;Голышмановский;Школа %1$s;Учитель;;01.09.2025;
                Вторая%1$s;Анна;17.05.1998;;Школа %1$s;Учитель;;01.09.2025;
                Третья%1$s;Анна;17.05.1998;Вымышленный;Школа %1$s;Волшебник;;вчера;
                Пятая%1$s;Анна;17.05.2030;Голышмановский;Школа %1$s;Учитель;;01.09.2025;
                """.formatted(mark));

        assertThat(counts(job)).isEqualTo("DONE rows=4 created=1 changed=0 unchanged=0 refused=3");
        get(coordinator(), "imports/" + job.at("/id").asString() + "/problems").expectBody()
                .jsonPath("$.items[?(@.row == 3)].code").isEqualTo("ambiguous-organisation")
                .jsonPath("$.items[?(@.row == 4)].code").value(codes -> assertThat(codes).asList()
                        .containsExactlyInAnyOrder("unknown-municipality", "cell-code", "cell-date"))
                .jsonPath("$.items[?(@.row == 5)].code").value(codes -> assertThat(codes).asList()
                        .containsExactlyInAnyOrder("past", "before-birth"));
    }

    @Test
    void letsNobodyBlockedComeBackByAFile() {
        Registry.created("organisations", school("Школа " + mark, golyshmanovskiy));
        var file = "lastName;firstName;birthDate;externalId;organisation;position;since\nПервая%1$s;Анна;17.05.1998;%1$s;Школа %1$s;Учитель;01.09.2025\n"
                .formatted(mark);
        imported("people", "apply", file);
        var person = Shelf.ids(coordinator(), "people?q=" + mark).getFirst();
        Registry.put(coordinator(), "people/" + person + "/blocking", "\"1\"", "{\"reason\": \"Запрос\"}").expectStatus().is2xxSuccessful();

        for (var again : new String[] {file, file.replace("Первая", "Другая"), file.replace(";" + mark + ";", ";;")}) {
            var job = imported("people", "apply", again);
            assertThat(counts(job)).isEqualTo("DONE rows=1 created=0 changed=0 unchanged=0 refused=1");
            assertThat(problems(job)).contains("blocked-person");
        }
        assertThat(counts(imported("people", "validate", file.replace("Первая", "Другая").replace(";" + mark + ";", ";;"))))
                .isEqualTo("DONE rows=1 created=1 changed=0 unchanged=0 refused=0");
    }

    @Test
    void fillsNoSiteBeyondItsPlaces() {
        var school = Registry.created("organisations", school("Школа " + mark, golyshmanovskiy));
        var site = Registry.created("sites", """
                {"kind": "INTERNSHIP", "organisationId": "%s", "title": "Площадка %s", "capacity": 2, "since": "2025-01-01",
                 "selectedOn": "2024-12-01", "experience": "Опыт"}""".formatted(school, mark));
        Registry.created("internship-programmes", """
                {"siteId": "%s", "title": "Стажировка %s", "topic": "Физика", "form": "GROUP", "hours": 24}""".formatted(site, mark));
        var rows = IntStream.range(0, 4).mapToObj(n -> {
            Registry.created("people", Registry.teacher("Стажёр" + n + mark, school));
            return "Стажёр%d%s Имя Отчество;Стажировка %s;%s;%s%n".formatted(n, mark, mark, n == 3 ? "11.03.2025" : "10.03.2025", "11.03.2025");
        }).collect(Collectors.joining());

        var job = imported("internships", "apply", "Стажёр;Программа стажировки;Начало;Окончание\n" + rows);

        assertThat(counts(job)).isEqualTo("DONE rows=4 created=2 changed=0 unchanged=0 refused=2");
        assertThat(problems(job)).contains("site-full");
        get(coordinator(), "sites/" + site + "/calendar?from=2025-03-11&to=2025-03-11").expectBody().jsonPath("$.days[0].taken").isEqualTo(2);
    }

    @Test
    void takesOrganisationsIn() {
        var file = """
                Вид;Уровень;Название;Другие названия;Муниципалитет;Входит в
                DPO_INSTITUTE;Региональный уровень;Институт %1$s;ИРО %1$s;;
                DPO_INSTITUTE;REGIONAL;Филиал %1$s;;;Институт %1$s
                SCHOOL;INSTITUTIONAL;Школа %1$s;;Голышмановский ГО;
                SCHOOL;REGIONAL;Школа два %1$s;;Голышмановский ГО;
                SCHOOL;INSTITUTIONAL;Школа три %1$s;;;
                """.formatted(mark);

        assertThat(counts(imported("organisations", "apply", file))).isEqualTo("DONE rows=5 created=3 changed=0 unchanged=0 refused=2");
        assertThat(counts(imported("organisations", "apply", file))).isEqualTo("DONE rows=5 created=0 changed=0 unchanged=3 refused=2");
        assertThat(counts(imported("organisations", "apply", """
                kind;level;name;closedOn
                DPO_INSTITUTE;REGIONAL;ИРО %s;30.06.2027
                """.formatted(mark)))).isEqualTo("DONE rows=1 created=0 changed=1 unchanged=0 refused=0");

        get(coordinator(), "organisations?q=" + mark + "&sort=name&kind=DPO_INSTITUTE").expectBody()
                .jsonPath("$.items[0].name").isEqualTo("Институт " + mark)
                .jsonPath("$.items[0].closedOn").isEqualTo("2027-06-30")
                .jsonPath("$.items[0].version").isEqualTo(2)
                .jsonPath("$.items[1].parentId").exists();
    }

    @Test
    void takesMethodistsIn() {
        var school = Registry.created("organisations", school("Школа " + mark, golyshmanovskiy));
        var id = Registry.created("people", Registry.teacher("Первая" + mark, school));
        var file = """
                Фамилия;Имя;Отчество;Организация;Вид;Муниципалитет;Методист с
                Первая%1$s;Имя;Отчество;Школа %1$s;Муниципальный;Голышмановский ГО;01.09.2026
                Первая%1$s;Имя;Отчество;;REGIONAL;;01.09.2026
                Первая%1$s;Имя;Отчество;;Муниципальный;;01.09.2026
                Вторая%1$s;Имя;Отчество;;Региональный;;01.09.2026
                """.formatted(mark);

        assertThat(counts(imported("methodists", "apply", file))).isEqualTo("DONE rows=4 created=2 changed=0 unchanged=0 refused=2");
        assertThat(counts(imported("methodists", "apply", file))).isEqualTo("DONE rows=4 created=0 changed=0 unchanged=2 refused=2");

        get(coordinator(), "methodists?personId=" + id + "&kind=MUNICIPAL").expectBody()
                .jsonPath("$.items[0].municipalityId").isEqualTo(golyshmanovskiy.toString());
    }

    @Test
    void takesManyPeopleInWithAllTheirEvents() {
        Registry.created("organisations", school("Школа " + mark, golyshmanovskiy));
        var file = PEOPLE + IntStream.range(0, 2_000)
                .mapToObj(n -> "Ряд%d%s;Анна;17.05.1998;;Школа %s;Учитель;Физика;01.09.2025;Первая%n".formatted(n, mark, mark))
                .collect(Collectors.joining());
        assertThat(counts(imported("people", "apply", file))).isEqualTo("DONE rows=2000 created=2000 changed=0 unchanged=0 refused=0");

        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(TYUMEN.inTransaction(
                TYUMEN.bean(DatabaseClient.class).sql("SELECT count(*) AS n FROM outbox")
                        .map(row -> row.get("n", Long.class)).one())).isZero());
    }

    private static String problems(JsonNode job) {
        return String.valueOf(coordinator().get().uri("/api/registry/v1/imports/" + job.at("/id").asString() + "/problems").exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
    }

    static String counts(JsonNode job) {
        return "%s rows=%d created=%d changed=%d unchanged=%d refused=%d".formatted(job.at("/status").asString(),
                job.at("/rows").asInt(), job.at("/created").asInt(), job.at("/changed").asInt(),
                job.at("/unchanged").asInt(), job.at("/refused").asInt());
    }

    static JsonNode imported(String kind, String mode, String file) {
        return imported(coordinator(), kind, mode, file);
    }

    static JsonNode imported(WebTestClient client, String kind, String mode, String file) {
        var form = new MultipartBodyBuilder();
        form.part("kind", kind);
        form.part("mode", mode);
        form.part("file", file.getBytes(StandardCharsets.UTF_8)).filename("file.csv").contentType(MediaType.TEXT_PLAIN);
        var location = String.valueOf(client.post().uri("/api/registry/v1/imports")
                .body(BodyInserters.fromMultipartData(form.build())).exchange()
                .expectStatus().isAccepted().returnResult(String.class).getResponseHeaders().getLocation());
        var job = new AtomicReference<JsonNode>();
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            job.set(new JsonMapper().readTree(client.get().uri(location).exchange().expectStatus().isOk()
                    .expectBody(String.class).returnResult().getResponseBody()));
            assertThat(job.get().at("/status").asString()).isNotEqualTo("RUNNING");
        });
        return job.get();
    }
}
