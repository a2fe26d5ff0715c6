package ru.nms.iom.route;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.iom.Iom.TODAY;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.Clause;

/// A region without a form, without a list of competences and of modes, and without words on whom routes are for.
class KuzbassRouteStoryTest extends RouteStory {

    KuzbassRouteStoryTest() {
        super("kuzbass");
    }

    @Test
    @Clause("IOM-001")
    void needsADiagnosis() {
        var teacher = iom.teacher();

        var refused = draft(teacher.token(), teacher, TODAY, UNTIL);

        assertThat(refused.problem()).isEqualTo("iom.no-diagnostics");
        assertThat(refused.text("clause")).contains("82");
    }

    @Test
    @Clause("IOM-042")
    void hasNoForm() {
        var teacher = diagnosed();

        assertThat(iom.get(teacher.token(), path(drafted(teacher)) + "/form").problem()).isEqualTo("iom.no-form");
    }

    @Test
    void isForAnybodyAndAnyCompetence() {
        var guard = iom.person("GUARD", false);
        iom.result(guard, "METHODICAL");
        var route = drafted(guard);

        assertThat(iom.post(guard.token(), path(route) + "/items", """
                {"kind": "COMMUNITY", "title": "Сообщество", "goal": "Развитие", "competence": "COOKING"}""",
                route.etag()).status()).isEqualTo(200);
    }
}
