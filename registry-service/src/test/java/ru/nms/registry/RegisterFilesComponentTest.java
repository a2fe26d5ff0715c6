package ru.nms.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.ImportComponentTest.counts;
import static ru.nms.registry.ImportComponentTest.imported;

import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.sync.Feed;

/// The files and feeds of the registers: each reads what it is meant to read.
class RegisterFilesComponentTest {

    private static final Region TYUMEN = Region.TYUMEN;

    private final String mark = UUID.randomUUID().toString();
    private final UUID school = TYUMEN.created("organisations", """
            {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "Школа %s", "municipalityId": %s}""".formatted(mark, TYUMEN.municipality()));
    private final UUID person = TYUMEN.created("people", """
            {"lastName": "Первая%s", "firstName": "Анна", "birthDate": "2000-05-17", "posts": [{"organisationId": "%s",
             "position": "TEACHER", "since": "2025-09-01"}]}""".formatted(mark, school));

    @Test
    void takesWhatPeopleDidInOnce() {
        once("mms-staff", "Работник;Муниципалитет;Должность;Работает с", "Первая%s Анна (17.05.2000);Абатский;Методист;01.01.2026");
        once("mms-trainings", "Работник;Программа;Часов;Муниципальный тьютор;Начало;Окончание", "Первая%s Анна;Тьютор;72;да;01.02.2026;01.03.2026");
        once("tutors", "Тьютор;Программы;«Школа современного учителя»;Тьютор с", "Первая%s Анна;ФГОС, ЕГЭ;да;01.01.2026");
        once("tutor-accompaniments", "Тьютор;Педагог;Программа;С", "Первая%1$s Анна;Первая%1$s Анна;ФГОС;01.01.2026");
        once("support-participations", "Молодой педагог;Форма поддержки;Дата;Организатор",
                "Первая%1$s Анна;Программа поддержки молодых;01.03.2026;Школа %1$s");
        once("academy-courses", "Программа;Часов;Начало;Окончание;Регистрация до;Наименьшая квота", "Курс %s;38;12.09.2022;17.10.2022;05.09.2022;4");
        once("course-enrolments", "Программа;Слушатель;Зарегистрирован", "Курс %1$s (12.09.2022);Первая%1$s Анна;01.09.2022");
        once("assessment-rounds", "Год;Этап;Дата;Предметы;План, чел.;Факт, чел.;Муниципалитетов", "2035;1;01.05.2035;физика;30;28;15");

        TYUMEN.get("support-participations?personId=" + person).jsonPath("$.items[0].form").isEqualTo("SOCIAL_PROGRAM")
                .jsonPath("$.items[0].organisationId").isEqualTo(school.toString());
        TYUMEN.get("tutors?personId=" + person).jsonPath("$.items[0].programmes.length()").isEqualTo(2)
                .jsonPath("$.items[0].modernTeacherSchool").isEqualTo(true).jsonPath("$.items[0].teachers").isEqualTo(1);
    }

    @Test
    void takesWhatOrganisationsDidInOnce() {
        TYUMEN.created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(person));
        TYUMEN.created("communities", """
                {"kind": "METHOD_ASSOCIATION", "level": "INSTITUTIONAL", "title": "Объединение %s", "scope": "INTER_SUBJECT",
                 "networked": false, "young": false, "hostId": "%s"}""".formatted(mark, school));

        once("mentoring-models", "Организация;Принята;Документ", "Школа %s;01.02.2026;Приказ 5");
        once("rma-activities", "Методист;Направление;Дата;Содержание;Педагогов", "Первая%s Анна;консультации;01.02.2026;Семинар;12");
        once("community-results", "Объединение;Год;Результаты", "Объединение %s;2026;Десять уроков");

        TYUMEN.get("rma-activities?direction=CONSULTING&q=семинар&limit=200").jsonPath("$.items[0].teachers").isEqualTo(12);
    }

    @Test
    void takesMentoringInOnce() {
        TYUMEN.created("people", """
                {"lastName": "Вторая%s", "firstName": "Вера", "birthDate": "1980-05-17", "posts": [{"organisationId": "%s",
                 "position": "TEACHER", "since": "2005-09-01"}]}""".formatted(mark, school));
        TYUMEN.created("organisations", """
                {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "Лицей %s", "municipalityId": %s}""".formatted(mark, TYUMEN.municipality()));

        once("mentoring-programmes", "Название;Чья программа;Организация;С", "Программа %1$s;Организация;Школа %1$s;01.01.2026");
        once("mentoring-programme-results", "Программа;Год;Результаты", "Программа %s;2026;Десять пар");
        once("mentorships", "Форма;Основание;Уровень;Наставник;Наставляемые;Организация;Предмет;Программа наставничества;С;Состояние",
                "Пара;По предмету;INSTITUTIONAL;Вторая%1$s Вера;Первая%1$s Анна;Школа %1$s;Физика;Программа %1$s;01.01.2026;Идёт");
        once("mentorship-sessions", "Наставничество;Дата;Тема;Минут", "Вторая%1$s Вера: Первая%1$s Анна;01.02.2026;Урок;45");
        once("mentorship-feedback", "Наставничество;Кто;Дата;Оценка",
                "Вторая%1$s Вера: Первая%1$s Анна (01.01.2026);Первая%1$s Анна;01.03.2026;5");
        refuses("mentorships", "Форма;Основание;Уровень;Наставник;Наставляемые;Организация;Предмет;С;Состояние",
                "Пара;По предмету;INSTITUTIONAL;Вторая%1$s Вера;Первая%1$s Анна;Школа %1$s;Физика;01.01.2026;Запрошено", "fixed");
        refuses("mentorships", "Форма;Основание;Уровень;Наставник;Наставляемые;Организация;Предмет;С;Состояние",
                "Пара;По предмету;INSTITUTIONAL;Вторая%1$s Вера;Первая%1$s Анна;Школа %1$s;Химия;01.01.2026;Завершено", "not-one-of");
    }

    @Test
    void takesSupportAndCommunityWorkInOnce() {
        TYUMEN.created("communities", """
                {"kind": "METHOD_ASSOCIATION", "level": "INSTITUTIONAL", "title": "Физики, химики %s", "scope": "INTER_SUBJECT",
                 "networked": false, "young": false, "hostId": "%s"}""".formatted(mark, school));
        TYUMEN.created("communities", """
                {"kind": "METHOD_ASSOCIATION", "level": "INSTITUTIONAL", "title": "Историки %s", "scope": "INTER_SUBJECT",
                 "networked": false, "young": false, "hostId": "%s"}""".formatted(mark, school));
        var college = TYUMEN.organisation("VOCATIONAL_EDUCATION");

        once("community-networks", "Название;Объединения;С", "Сеть %1$s;\"Физики, химики %1$s; Историки %1$s\";01.01.2026");
        once("community-materials", "Сеть;Объединение;Название;О чём;Ссылка;Опубликован",
                "Сеть %1$s;Историки %1$s;Сборник %1$s;Уроки;https://example.org/a;01.02.2026");
        once("community-support-programmes", "Название;Объединения;Организатор;Меры;С",
                "Поддержка %1$s;Историки %1$s;Школа %1$s;\"Гранты, премии; Съезд\";01.01.2026");
        once("young-teacher-models", "Название;Документ;Номер документа;Дата документа;С;Меры",
                "Модель %s;Приказ о модели;12;01.12.2025;01.01.2026;\"Подъёмные, жильё; Наставник\"");
        once("young-teacher-model-results", "Модель;Год;Показатель;Значение", "Модель %s;2026;Доля оставшихся;87,5");
        once("consents", "ФИО;Цель;Дано;Документ", "Первая%s Анна;Публикация;01.09.2025;Лист 5");
        once("graduate-support", "Выпускник;Образовательная организация;Форма;Дата;Тема",
                "Первая%s Анна;" + college + ";Консультация;01.02.2026;Урок");
        TYUMEN.get("community-support-programmes?q=" + mark).jsonPath("$.items[0].measures[0]").isEqualTo("Гранты, премии");
    }

    @Test
    void takesListsWithARowForEachOfTheirRecords() {
        TYUMEN.created("people", """
                {"lastName": "Директор%s", "firstName": "Вера", "posts": [{"organisationId": "%s", "position": "HEAD",
                 "since": "2020-01-01"}]}""".formatted(mark, school));
        TYUMEN.created("people", """
                {"lastName": "Завуч%s", "firstName": "Олег", "posts": [{"organisationId": "%s", "position": "DEPUTY_HEAD",
                 "since": "2020-01-01"}]}""".formatted(mark, school));
        var team = "Организация;Команда с;Участник;Участвует с;Роль\n" + """
                Школа %1$s;01.01.2024;Директор%1$s Вера;01.01.2024;Руководитель
                Школа %1$s;01.01.2024;Завуч%1$s Олег;01.02.2024;Заместитель
                """.formatted(mark);

        assertThat(counts(imported("management-teams", "apply", team))).isEqualTo("DONE rows=2 created=1 changed=1 unchanged=0 refused=0");
        assertThat(counts(imported("management-teams", "apply", exported("management-teams"))))
                .isEqualTo("DONE rows=2 created=0 changed=0 unchanged=2 refused=0");
        refuses("management-teams", "Организация;Команда с;Участник;Участвует с", "Школа %1$s;01.01.2024;Первая%1$s Анна;01.09.2025",
                "not-in-charge");
        TYUMEN.get("management-teams?organisationId=" + school).jsonPath("$.items[0].members.length()").isEqualTo(2)
                .jsonPath("$.items[0].members[1].role").isEqualTo("DEPUTY_HEAD");

        once("rma-roadmaps", "Год;Актуализирована;Мероприятие;Направление;С;По", "2097;01.02.2026;Слёт %s;консультации;01.03.2026;02.03.2026");
        once("methodist-candidates", "Кандидат;Оформление;Дата заявления", "Первая%s Анна;В штате;01.02.2026");
        refuses("methodist-candidates", "Кандидат;Дата заявления;Состояние", "Первая%s Анна;01.02.2026;Утверждён", "fixed");
        TYUMEN.created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "2026-01-01"}""".formatted(person));
        once("rma-lists", "Название;Методисты;Документ;Номер документа;Дата документа", "Состав %1$s;Первая%1$s Анна;Приказ;7;01.02.2026");
    }

    @Test
    void takesAssignmentsInUpToTheLimitOfTheRegion() {
        var leader = TYUMEN.created("people", """
                {"lastName": "Методист%s", "firstName": "Вера", "posts": [{"organisationId": "%s", "position": "TEACHER",
                 "since": "2010-09-01"}]}""".formatted(mark, school));
        imported("methodists", "apply", "Фамилия;Имя;Вид;Методист с\nМетодист%s;Вера;Региональный;01.01.2026\n".formatted(mark));
        var row = "Методист%1$s Вера;Первая%1$s Анна (17.05.2000);01.02.2026";
        once("assignments", "Методист;Педагог;С", row);
        refuses("assignments", "Методист;Педагог;С", "Методист%1$s Вера;Никто%1$s Анна;01.02.2026", "unknown-person");
        refuses("assignments", "Методист;Педагог;С", "Методист%1$s Вера;Первая%1$s Анна;31.12.2025", "before-methodist");

        var methodist = Shelf.ids(TYUMEN.coordinator(), "methodists?personId=" + leader).getFirst();
        TYUMEN.service().inTransaction(TYUMEN.service().bean(DatabaseClient.class).sql("""
                WITH made AS (
                    INSERT INTO person (id, version, created_at, changed_at, last_name, first_name, name_key)
                    SELECT gen_random_uuid(), 1, now(), now(), 'П', 'П', 'п п' FROM generate_series(1, 248)
                    RETURNING id)
                INSERT INTO assignment (id, version, created_at, changed_at, methodist_id, person_id, since)
                SELECT gen_random_uuid(), 1, now(), now(), :methodist, id, DATE '2026-02-01' FROM made""").bind("methodist", methodist).then());
        for (var name : new String[] {"Вторая", "Третья"}) {
            TYUMEN.created("people", """
                    {"lastName": "%s%s", "firstName": "Анна", "posts": [{"organisationId": "%s", "position": "TEACHER",
                     "since": "2020-09-01"}]}""".formatted(name, mark, school));
        }

        var job = imported("assignments", "apply", """
                Методист;Педагог;С
                Методист%1$s Вера;Вторая%1$s Анна;01.02.2026
                Методист%1$s Вера;Третья%1$s Анна;01.02.2026
                """.formatted(mark));

        assertThat(counts(job)).isEqualTo("DONE rows=2 created=1 changed=0 unchanged=0 refused=1");
        TYUMEN.get("imports/" + job.at("/id").asString() + "/problems").jsonPath("$.items[0].code").isEqualTo("methodist-full")
                .jsonPath("$.items[0].row").isEqualTo(3);
    }

    private void refuses(String kind, String header, String row, String code) {
        var job = imported(kind, "apply", header + "\n" + row.formatted(mark) + "\n");
        assertThat(counts(job)).as(kind).endsWith("refused=1");
        TYUMEN.get("imports/" + job.at("/id").asString() + "/problems").jsonPath("$.items[0].code").isEqualTo(code);
    }

    @Test
    void feedsEveryCollection() {
        var feeds = TYUMEN.service().context().getBeansOfType(Feed.class).values();
        var collections = feeds.stream().map(Feed::collection).toList();

        for (var feed : feeds) {
            TYUMEN.service().as(Role.FEDERAL).get().uri("/api/sync/v1/" + feed.collection() + "/changes?limit=1").exchange()
                    .expectStatus().isOk();
            assertThat(collections).as(feed.collection() + " is loaded after").containsAll(feed.after());
        }
    }

    private void once(String kind, String header, String row) {
        var file = header + "\n" + row.formatted(mark) + "\n";
        assertThat(counts(imported(kind, "apply", file))).as(kind).isEqualTo("DONE rows=1 created=1 changed=0 unchanged=0 refused=0");
        assertThat(counts(imported(kind, "apply", file))).as(kind).isEqualTo("DONE rows=1 created=0 changed=0 unchanged=1 refused=0");
        assertThat(counts(imported(kind, "validate", exported(kind)))).as(kind + " as exported")
                .isEqualTo("DONE rows=1 created=0 changed=0 unchanged=1 refused=0");
    }

    /// The row of this test, as it was written, with its header.
    private String exported(String kind) {
        var file = TYUMEN.coordinator().get().uri("/api/registry/v1/" + kind).header("Accept", "text/csv").exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
        return file.lines().filter(line -> line.contains("Идентификатор") || line.contains(mark) || line.contains(";2035;"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
