package ru.nms.registry.body;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Shelf.created;
import static ru.nms.registry.Shelf.ids;

import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Registry;
import ru.nms.registry.Shelf;

/// What method bodies examine for whom: programmes of training, teaching kits, main and work programmes, concepts.
class ExpertiseComponentTest {

    private final WebTestClient perm = Shelf.in("perm").as(Role.COORDINATOR);
    private final UUID institute = organisation("DPO_INSTITUTE");
    private final UUID ministry = organisation("REGIONAL_AUTHORITY");
    private final UUID body = created(perm, "bodies", """
            {"kind": "RUMO", "level": "REGIONAL", "variant": "NATIVE_LANGUAGE", "title": "Объединение %s", "hostId": "%s", "listActId": "%s",
             "plan": [{"what": "Экспертиза", "due": "2025-05-01"}]}""".formatted(UUID.randomUUID(), institute, created(perm, "acts", """
            {"kind": "ORDER", "number": "%s", "date": "2024-01-10", "title": "О составе РУМО"}""".formatted(UUID.randomUUID()))));

    @ParameterizedTest
    @Clause("REG-054")
    @EnumSource(Expertise.Subject.class)
    void isOfEverySubjectForWhoeverCommissionedIt(Expertise.Subject subject) {
        for (var commissioner : new UUID[] {ministry, institute}) {
            var id = created(perm, "expertises", expertise(subject.name(), commissioner));
            var others = Arrays.stream(Expertise.Subject.values()).filter(it -> it != subject).toList();

            Registry.get(perm, "expertises/" + id).expectStatus().isOk().expectBody()
                    .jsonPath("$.subject").isEqualTo(subject.name())
                    .jsonPath("$.bodyId").isEqualTo(body.toString())
                    .jsonPath("$.commissionerId").isEqualTo(commissioner.toString())
                    .jsonPath("$.commissionedOn").isEqualTo("2025-02-01")
                    .jsonPath("$.doneOn").isEqualTo("2025-03-01")
                    .jsonPath("$.result").isEqualTo("NEGATIVE");
            assertThat(ids(perm, found(subject, commissioner))).containsExactly(id);
            assertThat(others).hasSize(4).allSatisfy(other -> assertThat(ids(perm, found(other, commissioner))).isEmpty());
            assertThat(csv(commissioner)).contains(";" + title(subject) + ";");
        }
    }

    @Test
    @Clause("REG-054")
    void isOfNothingElse() {
        Registry.post(perm, "expertises", expertise("POEM", ministry)).expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("/subject");
    }

    /// As files call it.
    private static String title(Expertise.Subject subject) {
        return switch (subject) {
            case TRAINING_PROGRAMME -> "Программа ДПО";
            case TEACHING_KIT -> "УМК";
            case MAIN_PROGRAMME -> "Основная программа";
            case WORK_PROGRAMME -> "Рабочая программа";
            case CONCEPT -> "Концепция";
        };
    }

    private String csv(UUID commissioner) {
        return String.valueOf(perm.get().uri("/api/registry/v1/expertises?bodyId=" + body + "&commissionerId=" + commissioner)
                .header("Accept", "text/csv").exchange().expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
    }

    private String found(Expertise.Subject subject, UUID commissioner) {
        return "expertises?subject=%s&bodyId=%s&commissionerId=%s".formatted(subject, body, commissioner);
    }

    private String expertise(String subject, UUID commissioner) {
        var programme = subject.equals("TRAINING_PROGRAMME") ? "\"" + programme() + "\"" : "null";
        return """
                {"kind": "METHOD_BODY", "bodyId": "%s", "commissionerId": "%s", "subject": "%s", "title": "Предмет %s", "programmeId": %s,
                 "commissionedOn": "2025-02-01", "doneOn": "2025-03-01", "result": "NEGATIVE", "conclusion": "Доработать"}"""
                .formatted(body, commissioner, subject, UUID.randomUUID(), programme);
    }

    private UUID programme() {
        return created(perm, "programmes", """
                {"providerId": "%s", "kind": "PK", "title": "Курс %s", "hours": 36, "form": "FULL_TIME", "distanceShare": 0}"""
                .formatted(institute, UUID.randomUUID()));
    }

    private UUID organisation(String kind) {
        return created(perm, "organisations", "{\"kind\": \"%s\", \"level\": \"REGIONAL\", \"name\": \"Организация %s\"}"
                .formatted(kind, UUID.randomUUID()));
    }
}
