package ru.nms.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.ImportComponentTest.counts;
import static ru.nms.registry.ImportComponentTest.imported;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.school;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

/// What rows of files mean, and what they may do.
class ImportRowsComponentTest {

    private static final String NUMBER = "201-456-789 43";
    private static final String OTHER = "301-456-789 52";

    private final String mark = UUID.randomUUID().toString().replace("-", "");

    @Test
    @Clause({"GW-009", "REG-048"})
    void findsWhatIsNamedHoweverItIsSpacedAndQuoted() {
        created("organisations", school("Школа №5 «Рост» " + mark, municipality("г.Тюмень")));
        created("organisations", school("Школа №5 «Рост» " + mark, municipality("г.Ишим")));
        var people = "Фамилия;Имя;Дата рождения;Муниципалитет;Организация;Должность;Работает с\n" + """
                Первая%1$s;Анна;17.05.1998;г. Тюмень;Школа № 5 "Рост" %1$s;Учитель;01.09.2025
                Вторая%1$s;Анна;17.05.1998;Г.  тюмень;ШКОЛА №  5 „Рост“ %1$s;Учитель;01.09.2025
                Третья%1$s;Анна;17.05.1998;г.Тюмень;Школа №5 «Рост» %1$s;Учитель;01.09.2025
                Пятая%1$s;Анна;17.05.1998;г. Тюмень;Школа № 15 "Рост" %1$s;Учитель;01.09.2025
                Шестая%1$s;Анна;17.05.1998;г Тюмень;Школа №5 «Рост» %1$s;Учитель;01.09.2025
                """.formatted(mark).replace("\"Рост\"", "\"\"Рост\"\"").replaceAll("(Школа № 1?5 \"\"Рост\"\" [0-9a-f]+)", "\"$1\"");

        assertThat(counts(imported("people", "apply", people))).isEqualTo("DONE rows=5 created=3 changed=0 unchanged=0 refused=2");
        get(coordinator(), "people?q=" + mark + "&municipalityId=" + municipality("г.Тюмень") + "&count=true").expectBody()
                .jsonPath("$.total").isEqualTo(3);
        get(coordinator(), "organisations?q=Школа № 5 \"Рост\" " + mark + "&count=true").expectBody().jsonPath("$.total").isEqualTo(2);
    }

    @Test
    void findsNamesThatEndInParenthesesAndTakesItsOwnExportBackUnchanged() {
        imported("organisations", "apply", """
                Вид;Уровень;Название
                DPO_INSTITUTE;REGIONAL;Институт %1$s (корпус 2)
                DPO_INSTITUTE;REGIONAL;Институт, филиал %1$s (корпус 3)
                """.formatted(mark));
        var header = "Организация;Вид;Название;Часов;Форма;Доля дистанционно, %;Темы;Категории слушателей;Сетевые партнёры\n";
        var programme = header + "институт %1$s (Корпус 2);ПК;Методика %1$s (физика);36;Очная;0;".formatted(mark)
                + "\"\"\"Урок, игра; «опрос»\"\"; Проект\";\"\"\"Учителя, методисты\"\"\";\"\"\"Институт, филиал %s (корпус 3)\"\"\"\n".formatted(mark);
        assertThat(counts(imported("programmes", "apply", programme))).isEqualTo("DONE rows=1 created=1 changed=0 unchanged=0 refused=0");
        get(coordinator(), "programmes?q=" + mark).expectBody()
                .jsonPath("$.items[0].topics[0]").isEqualTo("Урок, игра; «опрос»").jsonPath("$.items[0].topics[1]").isEqualTo("Проект")
                .jsonPath("$.items[0].audience.length()").isEqualTo(1).jsonPath("$.items[0].partnerIds.length()").isEqualTo(1);

        var exported = coordinator().get().uri("/api/registry/v1/programmes?q=" + mark).header("Accept", "text/csv").exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
        assertThat(counts(imported("programmes", "apply", String.valueOf(exported))))
                .isEqualTo("DONE rows=1 created=0 changed=0 unchanged=1 refused=0");

        created("people", Registry.teacher("Первая" + mark, created("organisations", school("Школа " + mark, municipality("Армизонский")))));
        var job = imported("completions", "apply", "Слушатель;Программа;Начало;Окончание;Часов;Документ\n"
                + "Первая%1$s Имя Отчество;Методика %1$s (физика);01.03.2025;10.03.2025;36;Справка\n".formatted(mark));
        assertThat(counts(job)).isEqualTo("DONE rows=1 created=1 changed=0 unchanged=0 refused=0");
    }

    @Test
    @Clause("GW-009")
    void validatesALateRowByWhatAnEarlyOneWouldDo() {
        var file = "Вид;Уровень;Название;Муниципалитет;Входит в\nDPO_INSTITUTE;REGIONAL;Институт %1$s;;\n".formatted(mark)
                + IntStream.range(0, 600).mapToObj(n -> "SCHOOL;INSTITUTIONAL;Школа %d %s;Армизонский;%n".formatted(n, mark)).collect(Collectors.joining())
                + "DPO_INSTITUTE;REGIONAL;Филиал %1$s;;Институт %1$s\n".formatted(mark);

        var job = imported("organisations", "validate", file);
        assertThat(counts(job)).isEqualTo("DONE rows=602 created=602 changed=0 unchanged=0 refused=0");
        assertThat(living()).isZero();
        assertThat(counts(imported("organisations", "apply", file))).isEqualTo("DONE rows=602 created=602 changed=0 unchanged=0 refused=0");
        assertThat(living()).isEqualTo(602);
    }

    @Test
    @Clause("GW-009")
    void tellsWhatWouldChangeByTheNamesOfColumnsAlone() {
        created("organisations", school("Школа " + mark, municipality("Армизонский")));
        var header = "Фамилия;Имя;Дата рождения;Организация;Должность;Работает с;Категория\n";
        imported("people", "apply", header + "Первая%1$s;Анна;17.05.1998;Школа %1$s;Учитель;01.09.2025;\n".formatted(mark));

        var job = imported("people", "validate", header + """
                Первая%1$s;Анна;17.05.1998;Школа %1$s;Учитель;01.09.2025;Высшая
                Вторая%1$s;Анна;17.05.1998;Школа %1$s;Учитель;01.09.2025;
                """.formatted(mark));

        var changes = "imports/" + job.at("/id").asString() + "/changes";
        get(coordinator(), changes).expectStatus().isOk().expectBody(String.class).isEqualTo("""
                {"items":[{"row":2,"verdict":"CHANGED","columns":["Категория"]},{"row":3,"verdict":"CREATED","columns":[]}],"next":null}""");
        get(coordinator(), changes + "?verdict=CREATED").expectBody().jsonPath("$.items[*].row").isEqualTo(3);
        get(TYUMEN.as(Role.ASSESSOR), changes).expectStatus().isNotFound();
    }

    @Test
    void letsAMunicipalityImportItsOwnDocumentsOnly() {
        var mine = municipality("Армизонский");
        var service = TYUMEN.as(Role.MUNICIPALITY, null, null, mine);
        var header = "Муниципалитет;Документ о;Название;Утверждён;Дата редакции\n";
        var row = "%s;программа наставничества;Программа %s;01.01.2022;01.01.2022\n";

        var job = imported(service, "concept-documents", "apply", header + row.formatted("Армизонский", mark)
                + row.formatted("Ярково", mark) + row.formatted(UUID.randomUUID(), mark) + row.formatted(mine, mark));

        assertThat(counts(job)).isEqualTo("DONE rows=4 created=1 changed=0 unchanged=1 refused=2");
        get(service, "imports/" + job.at("/id").asString() + "/problems").expectBody()
                .jsonPath("$.items[?(@.row == 3)].code").isEqualTo("not-permitted")
                .jsonPath("$.items[?(@.row == 4)].code").isEqualTo("unknown-municipality");
    }

    @Test
    @Clause("REG-001")
    void takesOnePersonForOneWhereverTheRowsAreFrom() {
        created("organisations", school("Школа " + mark, municipality("Армизонский")));
        created("organisations", school("Лицей " + mark, municipality("Армизонский")));
        var header = "Фамилия;Имя;Дата рождения;Организация;Должность;Работает с;СНИЛС\n";
        imported("people", "apply", header + """
                Первая%1$s;Анна;17.05.1990;Школа %1$s;Учитель;01.09.2020;%2$s
                Вторая%1$s;Анна;17.05.1990;Школа %1$s;Учитель;01.09.2020;
                Третья%1$s;Анна;;Школа %1$s;Учитель;01.09.2020;
                """.formatted(mark, NUMBER));

        var job = imported("people", "apply", header + """
                Замужняя%1$s;Анна;17.05.1990;Лицей %1$s;Учитель;01.09.2021;%2$s
                Первая%1$s;Анна;17.05.1990;Лицей %1$s;Учитель;01.09.2021;%3$s
                Вторая%1$s;Анна;17.05.1990;Лицей %1$s;Учитель;01.09.2021;
                Вторая%1$s;Анна;18.05.1990;Лицей %1$s;Учитель;01.09.2021;
                Третья%1$s;Анна;;Лицей %1$s;Учитель;01.09.2021;
                """.formatted(mark, NUMBER, OTHER));

        assertThat(counts(job)).isEqualTo("DONE rows=5 created=3 changed=2 unchanged=0 refused=0");
        get(coordinator(), "people?q=Замужняя" + mark).expectBody().jsonPath("$.items[0].posts.length()").isEqualTo(2);
        get(coordinator(), "people?q=Первая" + mark).expectBody().jsonPath("$.items[0].posts.length()").isEqualTo(1);
        get(coordinator(), "people?q=Вторая" + mark + "&count=true").expectBody().jsonPath("$.total").isEqualTo(2);
    }

    private long living() {
        return TYUMEN.inTransaction(TYUMEN.bean(DatabaseClient.class).sql("SELECT count(*) FROM organisation WHERE name LIKE :mark")
                .bind("mark", "%" + mark + "%").mapValue(Long.class).one());
    }
}
