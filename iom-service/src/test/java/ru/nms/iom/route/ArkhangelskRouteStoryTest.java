package ru.nms.iom.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;

/// The region with a form of its own. It asks for no diagnosis.
class ArkhangelskRouteStoryTest extends RouteStory {

    ArkhangelskRouteStoryTest() {
        super("arkhangelsk");
    }

    @Test
    @Clause({"IOM-006", "IOM-008", "IOM-012"})
    void usesTheSectionsOfItsForm() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "HIGH");

        var route = drafted(teacher);

        assertThat(route.texts("items", "section")).containsExactly("1.1", "1.3", "3.1");
        assertThat(route.body().path("basis").path("form").asString()).isEqualTo("ARK-IOM-2022");
    }

    @Test
    void mayDoWithoutADiagnosisAndSaysSo() {
        var teacher = iom.teacher();

        var route = drafted(teacher);

        assertThat(route.body().path("basis").has("resultId")).isFalse();
        assertThat(route.texts("items", "kind")).containsExactly("PRACTICE");
    }

    @Test
    @Clause({"IOM-003", "IOM-014"})
    void fillsItsForm() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "LOW");
        var route = walking(teacher, drafted(teacher));

        var form = iom.get(teacher.token(), path(route) + "/form");

        assertThat(form.text("code")).isEqualTo("ARK-IOM-2022");
        assertThat(form.texts("general", "field")).containsExactly("fullName", "municipality", "organization", "position",
                "subject", "testDate", "deficitLevel");
        assertThat(form.texts("general", "value")).contains("Образцова Пример", "математика", "Методические: Низкий");
        assertThat(form.body().path("period").path("start").asString()).isEqualTo(route.text("from"));
        assertThat(form.texts("sections", "code")).containsExactly("1", "2", "3");
        assertThat(form.texts("signatures", "role")).containsExactly("CNPPM_DIRECTOR", "TEACHER", "ORGANIZATION_REPRESENTATIVE");
        assertThat(form.body().path("sections").path(0).path("rows").path(2).path("entries").path(0).path("content").asString())
                .contains("Мероприятия");
    }

    @Test
    @Clause("IOM-003")
    void leavesOutTheSubjectOfAManager() {
        var head = iom.person("HEAD", false);

        var form = iom.get(head.token(), path(drafted(head)) + "/form");

        assertThat(form.texts("general", "field")).doesNotContain("subject");
    }
}
