package ru.nms.registry.young;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;

class YoungComponentTest {

    private static final Region PERM = Region.of("perm");
    private static final Region TYUMEN = Region.TYUMEN;

    @Test
    @Clause("REG-100")
    void countsYoungTeachersByTheFormsOfTheCatalogue() {
        assertThat(RegionProfiles.load("perm").people().supportForms()).hasSize(10);
        var school = PERM.school();
        var one = PERM.teacher(school, "1970-01-01", "1994-09-01");
        var other = PERM.teacher(school, "1970-01-01", "1994-09-01");
        PERM.created("support-participations", participation(one, "CONTEST", "1995-03-01"));
        PERM.created("support-participations", participation(one, "CONTEST", "1995-03-31"));
        PERM.created("support-participations", participation(one, "MENTORING", "1995-03-15"));
        PERM.created("support-participations", participation(other, "MENTORING", "1995-04-01"));

        PERM.get("young-teacher-support?from=1995-03-01&to=1995-03-31").jsonPath("$.forms.length()").isEqualTo(10)
                .jsonPath("$.forms[?(@.code == 'CONTEST')].people").isEqualTo(1)
                .jsonPath("$.forms[?(@.code == 'MENTORING')].people").isEqualTo(1)
                .jsonPath("$.forms[?(@.code == 'LEISURE')].people").isEqualTo(0)
                .jsonPath("$.supported").isEqualTo(1);
        PERM.get("young-teacher-support?from=1995-03-01&to=1995-04-01").jsonPath("$.supported").isEqualTo(2);
        PERM.refused("support-participations", participation(one, "RMA_SUPPORT", "1995-03-01")).jsonPath("$.errors[0].pointer").isEqualTo("/form");
        PERM.refused("support-participations", participation(one, "CONTEST", "1997-09-01")).jsonPath("$.errors[0].code").isEqualTo("not-young");
        PERM.created("support-participations", participation(one, "CONTEST", "1997-08-31"));
    }

    @Test
    @Clause("REG-099")
    void countsProgrammesMentoringAndMethodistsApart() {
        var school = TYUMEN.school();
        var social = TYUMEN.teacher(school, "1970-01-01", "1994-09-01");
        var mentored = TYUMEN.teacher(school, "1970-01-01", "1994-09-01");
        var accompanied = TYUMEN.teacher(school, "1970-01-01", "1994-09-01");
        TYUMEN.created("support-participations", participation(social, "SOCIAL_PROGRAM", "1995-03-01"));
        TYUMEN.created("support-participations", participation(mentored, "SOCIAL_PROGRAM", "1995-03-01"));
        TYUMEN.created("support-participations", participation(mentored, "MENTORING", "1995-03-02"));
        TYUMEN.created("support-participations", participation(accompanied, "RMA_SUPPORT", "1995-03-12"));
        var methodist = TYUMEN.created("methodists", """
                {"personId": "%s", "kind": "REGIONAL", "since": "1995-01-01"}""".formatted(TYUMEN.teacher(school)));
        TYUMEN.created("assignments", """
                {"methodistId": "%s", "personId": "%s", "since": "1995-03-10", "until": "1995-03-20"}""".formatted(methodist, accompanied));

        TYUMEN.get("young-teacher-support?from=1995-03-01&to=1995-03-31")
                .jsonPath("$.forms[?(@.code == 'SOCIAL_PROGRAM')].people").isEqualTo(2)
                .jsonPath("$.forms[?(@.code == 'MENTORING')].people").isEqualTo(1)
                .jsonPath("$.forms[?(@.code == 'RMA_SUPPORT')].people").isEqualTo(1)
                .jsonPath("$.supported").isEqualTo(2)
                .jsonPath("$.byMethodists").isEqualTo(1);
        TYUMEN.get("young-teacher-support?from=1995-03-20&to=1995-03-31").jsonPath("$.byMethodists").isEqualTo(0);
        TYUMEN.get("young-teacher-support?from=1995-03-01&to=1995-03-09").jsonPath("$.byMethodists").isEqualTo(0);
    }

    @Test
    @Clause("REG-098")
    void letsCollegesAndUniversitiesHelpInTheFirstYearOnly() {
        var person = TYUMEN.teacher(TYUMEN.school(), "2000-01-01", "2025-09-01");
        var university = TYUMEN.organisation("HIGHER_EDUCATION");
        for (var form : List.of("MENTORING", "CONSULTATION")) {
            TYUMEN.created("graduate-support", graduate(person, university, form, "2025-09-01"));
            TYUMEN.created("graduate-support", graduate(person, university, form, "2026-08-31"));
        }

        TYUMEN.get("graduate-support?form=CONSULTATION&personId=" + person).jsonPath("$.items.length()").isEqualTo(2);
        for (var day : List.of("2025-08-31", "2026-09-01")) {
            TYUMEN.refused("graduate-support", graduate(person, university, "MENTORING", day)).jsonPath("$.errors[0].code").isEqualTo("not-first-year");
        }
        TYUMEN.refused("graduate-support", graduate(person, TYUMEN.school(), "MENTORING", "2025-10-01"))
                .jsonPath("$.errors[0].code").isEqualTo("no-educator");
    }

    @Test
    @Clause("REG-101")
    void keepsAModelAndWhatWatchingItShowed() {
        var model = PERM.created("young-teacher-models", """
                {"title": "Модель %s", "act": {"title": "Приказ", "number": "1", "date": "2026-01-01"}, "since": "2026-01-01",
                 "measures": ["Наставник в первый год"]}""".formatted(UUID.randomUUID()));
        PERM.created("young-teacher-model-results", result(model, 2026, "82.5"));
        PERM.created("young-teacher-model-results", result(model, 2027, "84"));

        PERM.get("young-teacher-model-results?modelId=" + model).jsonPath("$.items[*].year").isEqualTo(List.of(2026, 2027))
                .jsonPath("$.items[0].value").isEqualTo(82.5);
        PERM.post("young-teacher-model-results", result(model, 2027, "90")).expectStatus().isEqualTo(409);
        PERM.refused("young-teacher-model-results", result(UUID.randomUUID(), 2027, "90")).jsonPath("$.errors[0].code").isEqualTo("unknown-young-model");
    }

    private static String participation(UUID person, String form, String on) {
        return "{\"personId\": \"%s\", \"form\": \"%s\", \"heldOn\": \"%s\"}".formatted(person, form, on);
    }

    private static String graduate(UUID person, UUID institution, String form, String on) {
        return "{\"personId\": \"%s\", \"institutionId\": \"%s\", \"form\": \"%s\", \"heldOn\": \"%s\", \"topic\": \"Первый урок\"}"
                .formatted(person, institution, form, on);
    }

    private static String result(UUID model, int year, String value) {
        return "{\"modelId\": \"%s\", \"year\": %d, \"figure\": \"Закрепились в школе, %%\", \"value\": %s, \"conclusion\": \"Продолжить\"}"
                .formatted(model, year, value);
    }
}
