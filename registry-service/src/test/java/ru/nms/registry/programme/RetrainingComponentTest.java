package ru.nms.registry.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.created;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.post;
import static ru.nms.registry.Shelf.ids;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;

/// Programmes of professional retraining beside those of advanced training.
class RetrainingComponentTest {

    private final UUID provider = created("organisations", """
            {"kind": "DPO_INSTITUTE", "level": "REGIONAL", "name": "Институт %s"}""".formatted(UUID.randomUUID()));
    private final String title = "Учитель физики " + UUID.randomUUID();

    @Test
    @Clause("REG-130")
    void isAKindOfItsOwn() {
        var retraining = created("programmes", programme("PP", 504, 504));
        var training = created("programmes", programme("PK", 72, 72));

        get(coordinator(), "programmes/" + retraining).expectBody().jsonPath("$.kind").isEqualTo("PP").jsonPath("$.hours").isEqualTo(504);
        assertThat(ids(coordinator(), "programmes?kind=PP&providerId=" + provider)).containsExactly(retraining);
        assertThat(ids(coordinator(), "programmes?kind=PK&providerId=" + provider)).containsExactly(training);
        post(coordinator(), "programmes", programme("PP", 300, 300)).expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.existing").isEqualTo(retraining.toString());
        post(coordinator(), "programmes", programme("MASTER", 300, 300)).expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/kind");
        assertThat(coordinator().get().uri("/api/registry/v1/programmes?kind=PP&providerId=" + provider).header("Accept", "text/csv").exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody())
                .contains(";Профессиональная переподготовка;").doesNotContain("Повышение квалификации");
    }

    /// No source and no region sets a least number of hours: one hour is a programme, none is not.
    @ParameterizedTest
    @Clause("REG-130")
    @CsvSource(nullValues = "-", value = {
        "PP, 0,   0,   /hours",   "PP, 1,   1,   -", "PP, 250, 251, /modules", "PP, 250, 250, -",
        "PK, 0,   0,   /hours",   "PK, 1,   1,   -", "PK, 16,  17,  /modules", "PK, 16,  16,  -"})
    void hasHoursAndNoMoreOfThemInItsModules(String kind, int hours, int taught, @Nullable String fault) {
        var body = programme(kind, hours, taught);

        if (fault == null) {
            get(coordinator(), "programmes/" + created("programmes", body)).expectBody().jsonPath("$.hours").isEqualTo(hours)
                    .jsonPath("$.modules[0].hours").isEqualTo(taught);
        } else {
            post(coordinator(), "programmes", body).expectStatus().isEqualTo(422).expectBody()
                    .jsonPath("$.errors[0].pointer").isEqualTo(fault);
        }
    }

    @Test
    @Clause({"REG-130", "REG-133"})
    void isCompletedWithADiplomaAndCountedApartFromTraining() {
        var person = Region.TYUMEN.teacher(Region.TYUMEN.school());
        var retrained = completed(person, created("programmes", programme("PP", 504, 504)), 504, "DIPLOMA");
        var trained = completed(person, created("programmes", programme("PK", 72, 72)), 72, "CERTIFICATE");

        get(coordinator(), "completions/" + retrained).expectBody().jsonPath("$.document").isEqualTo("DIPLOMA")
                .jsonPath("$.hours").isEqualTo(504);
        assertThat(ids(coordinator(), "completions?kind=PP&personId=" + person)).containsExactly(retrained);
        assertThat(ids(coordinator(), "completions?kind=PK&personId=" + person)).containsExactly(trained);
    }

    private static UUID completed(UUID person, UUID programme, int hours, String document) {
        return created("completions", """
                {"personId": "%s", "programmeId": "%s", "since": "2025-02-01", "until": "2025-06-01", "hours": %d, "document": "%s"}"""
                .formatted(person, programme, hours, document));
    }

    private String programme(String kind, int hours, int taught) {
        var modules = taught == 0 ? "[]" : "[{\"title\": \"Основы\", \"hours\": %d}]".formatted(taught);
        return """
                {"providerId": "%s", "kind": "%s", "title": "%s", "hours": %d, "form": "FULL_TIME", "distanceShare": 0, "modules": %s}"""
                .formatted(provider, kind, title, hours, modules);
    }
}
