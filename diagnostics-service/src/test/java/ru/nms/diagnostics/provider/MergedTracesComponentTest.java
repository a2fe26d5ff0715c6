package ru.nms.diagnostics.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Kept.created;
import static ru.nms.diagnostics.Kept.imported;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

import ru.nms.contracts.PersonChanged;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;

/// What is kept of a person who turns out to be another follows, and nothing is counted twice.
class MergedTracesComponentTest {

    private final UUID school = Learnt.organisation(UUID.randomUUID(), List.of());
    private final UUID person = Learnt.working(UUID.randomUUID(), school);
    private final UUID duplicate = Learnt.working(UUID.randomUUID(), school);
    private final String procedure = "ROUND_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @Test
    void keepsOneOfTwoReportsOfOneProvider() {
        created("competence-mappings", """
                {"provider": "CNPPM", "procedure": "%s", "code": "П1", "area": "SUBJECT"}""".formatted(procedure));
        assertThat(imported(PERM.as(Role.ASSESSOR), "provider-results", "ID человека;Процедура;Организатор;Дата;Шкала;Баллы;Максимум\n"
                + row(person, "12.10.2026", 90) + row(duplicate, "12.10.2026", 10) + row(duplicate, "13.10.2026", 30)))
                .containsEntry("created", 3);

        merged();

        of("results").jsonPath("$.items.length()").isEqualTo(2)
                .jsonPath("$.items[*].takenOn").value(days -> assertThat(days).asList().containsExactlyInAnyOrder("2026-10-12", "2026-10-13"));
        of("deficits").jsonPath("$.items[0].level").isEqualTo("HIGH").jsonPath("$.items[0].why.length()").isEqualTo(2);
    }

    @Test
    void passesOnWhatStudentsAchievedAndWhatWasOrdered() {
        created("student-results", """
                {"kind": "EXAM", "title": "Экзамен", "subject": "Физика", "area": "SUBJECT", "organisationId": "%s", "teacherId": "%s",
                 "takenOn": "2026-06-01", "students": 20, "points": 1, "maximum": 10}""".formatted(school, duplicate));
        var order = created("training-requests", "{\"personId\": \"%s\"}".formatted(duplicate));

        merged();

        of("deficits").jsonPath("$.items[0].why[0].procedure").isEqualTo("STUDENT_EXAM");
        get(PERM.as(Role.COORDINATOR), "deficits?personId=" + duplicate).expectBody().jsonPath("$.items").isEmpty();
        of("training-requests").jsonPath("$.items[0].id").isEqualTo(order);
    }

    private String row(UUID of, String day, int points) {
        return "%s;%s;CNPPM;%s;П1;%d;100\n".formatted(of, procedure, day, points);
    }

    private void merged() {
        Learnt.heard(new PersonChanged(UUID.randomUUID(), duplicate, 1, 2, Instant.EPOCH, List.of(), null, null, null, null, person));
    }

    private BodyContentSpec of(String what) {
        return get(PERM.as(Role.COORDINATOR), what + "?personId=" + person).expectStatus().isOk().expectBody();
    }
}
