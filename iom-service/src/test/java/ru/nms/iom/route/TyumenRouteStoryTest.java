package ru.nms.iom.route;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.iom.Iom.TODAY;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;

/// A region without a form of its own, with a closed list of competences, whose routes need a diagnosis.
class TyumenRouteStoryTest extends RouteStory {

    TyumenRouteStoryTest() {
        super("tyumen");
    }

    @Test
    @Clause("IOM-001")
    void needsADiagnosis() {
        var teacher = iom.teacher();

        var refused = draft(teacher.token(), teacher, TODAY, UNTIL);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("iom.no-diagnostics");
        assertThat(refused.text("clause")).contains("338");
        iom.result(teacher, "METHODICAL");
        assertThat(drafted(teacher).body().path("basis").path("takenOn").asString()).isNotEmpty();
    }

    @Test
    @Clause("IOM-042")
    void hasTheNeutralStructureAndNoForm() {
        var teacher = diagnosed();
        iom.deficit(teacher, "METHODICAL", "HIGH");

        var route = drafted(teacher);

        assertThat(route.texts("items", "section")).containsExactly("PROGRAM", "EVENT", "MENTORING");
        assertThat(route.body().path("basis").path("origin").asString()).isEqualTo("PRODUCT_DEFAULT");
        var form = iom.get(teacher.token(), path(route) + "/form");
        assertThat(form.status()).isEqualTo(409);
        assertThat(form.problem()).isEqualTo("iom.no-form");
        assertThat(form.text("detail")).contains("Тюмен").contains("положение об ИОМ");
    }

    @Test
    @Clause("IOM-002")
    void isForTeachersAndManagersOnly() {
        var guard = iom.person("GUARD", false);
        iom.result(guard, "METHODICAL");
        var head = iom.person("HEAD", false);
        iom.result(head, "METHODICAL");

        assertThat(draft(guard.token(), guard, TODAY, UNTIL).texts("errors", "code")).containsExactly("iom.not-in-audience");
        assertThat(draft(head.token(), head, TODAY, UNTIL).status()).isEqualTo(201);
    }

    @Test
    void knowsItsCompetencesAndModes() {
        var teacher = diagnosed();
        var route = drafted(teacher);

        var refused = iom.post(teacher.token(), path(route) + "/items", """
                {"kind": "COMMUNITY", "title": "Сообщество", "goal": "Развитие", "competence": "COOKING", "mode": "ODD"}""",
                route.etag());

        assertThat(refused.texts("errors", "code")).containsExactly("iom.unknown-competence", "iom.unknown-mode");
    }
}
