package ru.nms.diagnostics.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.instrument.Sheets;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

/// A region in which six of seven teachers of one municipality have a deficit, and another one is silent.
class ReportComponentTest {

    private static final Crowd TYUMEN = Crowd.of("tyumen", "report");
    private static final String REPORT = "/api/diagnostics/v1/reports/diagnostics";

    @BeforeAll
    static void aRegion() {
        var active = TYUMEN.municipality("Ишимский", "RURAL", "ISHIM");
        TYUMEN.measured(6, active, "Математика", "2025-03-01", "SUBJECT", "39.9");
        TYUMEN.measured(1, active, "Математика", "2025-03-01", "METHODICAL", "95");
        TYUMEN.teacher(TYUMEN.municipality("Уватский", "RURAL_REMOTE", "TOBOLSK"), "Физика");
    }

    @Test
    @Clause({"DIA-011", "REP-10"})
    void makesTheAnalyticalReportOfAYearWithRecommendations() {
        TYUMEN.as(Role.MINISTRY).get("reports/diagnostics?year=2025").expectStatus().isOk().expectBody()
                .jsonPath("$.results").isEqualTo(7)
                .jsonPath("$.region[0].staff").isEqualTo(8).jsonPath("$.region[0].diagnosed").isEqualTo(7)
                .jsonPath("$.municipalities[0].title").isEqualTo("Ишимский").jsonPath("$.municipalities[0].percent").isEqualTo(100.0)
                .jsonPath("$.municipalities[1].noData").isEqualTo(true)
                .jsonPath("$.subjects.length()").isEqualTo(2)
                .jsonPath("$.difficulties[0].competence").isEqualTo("SUBJECT").jsonPath("$.difficulties[0].weak").isEqualTo(6)
                .jsonPath("$.literacy").isEmpty()
                .jsonPath("$.recommendations.length()").isEqualTo(1)
                .jsonPath("$.recommendations[0].competence").isEqualTo("SUBJECT").jsonPath("$.recommendations[0].rank").isEqualTo(1);
        TYUMEN.as(Role.MINISTRY).get("reports/diagnostics?year=2024").expectBody().jsonPath("$.results").isEqualTo(0)
                .jsonPath("$.recommendations").isEmpty();
    }

    /// What comes late is in the report from then on, and each report says when it was made.
    @Test
    @Clause("DIA-011")
    void saysWhenItWasMadeSoThatWhatComesLateIsSeen() {
        var late = Crowd.of("tyumen", "late-report");
        var before = late.as(Role.MINISTRY).read("reports/diagnostics?year=2025");
        late.measured(1, late.municipality("Ишимский", "RURAL", "ISHIM"), "Химия", "2025-12-31", "SUBJECT", "10");
        var after = late.as(Role.MINISTRY).read("reports/diagnostics?year=2025");

        assertThat(before).containsEntry("results", 0);
        assertThat(after).containsEntry("results", 1);
        assertThat(String.valueOf(after.get("asOf"))).isGreaterThan(String.valueOf(before.get("asOf")));
        assertThat(Sheets.text(read(REPORT + "/document?year=2025", ReportResource.DOCX))).contains("По состоянию на ");
    }

    @Test
    @Clause("REP-10")
    void isAWorkbookWithASheetForEachPart() {
        assertThat(Sheets.text(read(REPORT + "?year=2025", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))
                .contains("Муниципалитеты", "Дефициты по предметам", "Рекомендации", "Ишимский", "Математика");
    }

    @Test
    @Clause("REP-10")
    void isATextDocumentWithTablesAndCharts() {
        var text = Sheets.text(read(REPORT + "/document?year=2025", ReportResource.DOCX));

        assertThat(text).contains("за 2025 год", "Прошли диагностику 7 из 8 (87,5 %).", "Ишимский", "<w:tbl>", "<c:barChart>", "дефицит у 6 из 6");
        assertThat(Sheets.text(read(REPORT + "/document?year=2024", ReportResource.DOCX))).contains("По региону данных нет.");
    }

    private static byte[] read(String path, String form) {
        return TYUMEN.service().as(Role.MINISTRY).get().uri(path).header("Accept", form).exchange().expectStatus().isOk()
                .expectBody().returnResult().getResponseBody();
    }
}
