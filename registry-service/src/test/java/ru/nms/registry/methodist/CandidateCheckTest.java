package ru.nms.registry.methodist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;

class CandidateCheckTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final String PEDAGOGICAL = "HIGHER_PEDAGOGICAL";

    @Test
    @Clause("REG-062")
    void reportsEachRuleOfPermByItself() {
        assertThat(met(perm("HIGHEST", PEDAGOGICAL, "2021-11-22"))).containsExactly("CATEGORY", "EDUCATION", "EXPERIENCE");
        assertThat(met(perm("FIRST", PEDAGOGICAL, "2021-11-22"))).containsExactly("EDUCATION", "EXPERIENCE");
        assertThat(met(perm("HIGHEST", "HIGHER", "2021-11-22"))).containsExactly("CATEGORY", "EXPERIENCE");
        assertThat(met(perm("HIGHEST", "VOCATIONAL_PEDAGOGICAL", "2021-11-22"))).containsExactly("CATEGORY", "EXPERIENCE");
        assertThat(met(perm(null, null, null))).isEmpty();
        assertThat(perm("HIGHEST", PEDAGOGICAL, "2021-11-22").rules().subList(0, 3)).extracting(CandidateCheck.Rule::clause)
                .allMatch(clause -> clause.endsWith("(строка 953)"));
    }

    @Test
    @Clause("REG-062")
    void needsFiveFullYears() {
        assertThat(met(perm("HIGHEST", PEDAGOGICAL, "2021-12-22"))).as("four years and eleven months").containsExactly("CATEGORY", "EDUCATION");
        assertThat(met(perm("HIGHEST", PEDAGOGICAL, "2021-11-23"))).as("a day short").doesNotContain("EXPERIENCE");
        assertThat(met(perm("HIGHEST", PEDAGOGICAL, "2021-11-22"))).as("to the day").contains("EXPERIENCE");
        assertThat(perm("HIGHEST", PEDAGOGICAL, "2021-12-22").qualified()).isFalse();
        assertThat(perm("HIGHEST", PEDAGOGICAL, "2021-11-22", "DIAGNOSTICS", "TRAINING").qualified()).isTrue();
        assertThat(perm("HIGHEST", PEDAGOGICAL, "2021-11-22", "DIAGNOSTICS").unmet()).containsExactly("TRAINING");
    }

    /// Applicants of the RMA have passed the federal assessment.
    @Test
    @Clause({"REG-063", "DIA-018"})
    void asksArkhangelskForOneOfFourAndForBothDocuments() {
        var all = arkhangelsk("HIGHEST", "2021-11-22", "GIA_EXPERT", "FIOKO", "ACADEMY_PK");

        assertThat(all.qualified()).isTrue();
        assertThat(met(all)).containsExactly("CATEGORY", "EXPERIENCE", "GIA_EXPERT", "FIOKO", "ACADEMY_PK");
        for (var one : List.of("MO_HEAD", "GIA_EXPERT", "COMMUNITY_LEADER", "HIGH_RESULTS")) {
            assertThat(arkhangelsk("HIGHEST", "2021-11-22", one, "FIOKO", "ACADEMY_PK").qualified()).as(one).isTrue();
        }
        assertThat(arkhangelsk("HIGHEST", "2021-11-22", "FIOKO", "ACADEMY_PK").unmet()).containsExactly("PROFILE");
        assertThat(arkhangelsk("HIGHEST", "2021-11-22", "MO_HEAD", "ACADEMY_PK").unmet()).containsExactly("FIOKO");
        assertThat(arkhangelsk("HIGHEST", "2021-11-22", "MO_HEAD", "FIOKO").unmet()).containsExactly("ACADEMY_PK");
        assertThat(arkhangelsk("FIRST", "2021-11-22", "MO_HEAD", "FIOKO", "ACADEMY_PK").unmet()).containsExactly("CATEGORY");
        assertThat(arkhangelsk("HIGHEST", "2021-11-23", "MO_HEAD", "FIOKO", "ACADEMY_PK").unmet()).containsExactly("EXPERIENCE");
    }

    @Test
    void asksNothingWhereTheSourcesSayNothing() {
        var check = check("tyumen", null, null, null);

        assertThat(check.rules()).isEmpty();
        assertThat(check.qualified()).isTrue();
    }

    private static CandidateCheck perm(@Nullable String category, @Nullable String education, @Nullable String since, String... proofs) {
        return check("perm", category, education, since, proofs);
    }

    private static CandidateCheck arkhangelsk(String category, String since, String... proofs) {
        return check("arkhangelsk", category, "HIGHER", since, proofs);
    }

    private static CandidateCheck check(String region, @Nullable String category, @Nullable String education,
                                        @Nullable String since, String... proofs) {
        var documents = Arrays.stream(proofs).map(code -> new Candidate.Proof(code, "Документ", DAY)).toList();
        return CandidateCheck.of(RegionProfiles.load(region), new CandidateCheck.Facts(category, education,
                since == null ? null : LocalDate.parse(since)), documents, DAY);
    }

    private static List<String> met(CandidateCheck check) {
        return check.rules().stream().filter(CandidateCheck.Rule::met).map(CandidateCheck.Rule::code).toList();
    }
}
