package ru.nms.diagnostics.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static ru.nms.diagnostics.rule.Regions.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.diagnostics.result.Draft.DraftScore;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.region.Source;
import ru.nms.platform.testkit.Clause;

class DraftTest {

    private static final UUID PERSON = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 10, 12);

    @Test
    void takesACompleteDraft() {
        var content = draft("CNPPM", DAY, score("SUBJECT", "3.50", "10")).checked(rules("tyumen"), false);

        assertThat(content).isEqualTo(new Result.Content(PERSON, "CNPPM_DIAGNOSTICS", "CNPPM", DAY, null, null,
                List.of(new Score("SUBJECT", new BigDecimal("3.5"), new BigDecimal("10")))));
    }

    @Test
    void tellsEverythingThatIsMissingAtOnce() {
        assertThat(faults(new Draft(null, null, null, null, null, null, null), "tyumen"))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/personId", "required"), tuple("/procedure", "required"),
                        tuple("/takenOn", "required"), tuple("/provider", "required"), tuple("/scores", "size"));
        assertThat(faults(new Draft(PERSON, "P1", "CNPPM", DAY, null, null, Collections.singletonList(null)), "tyumen"))
                .extracting(Fault::pointer).containsExactly("/scores/0");
    }

    @Test
    @Clause("DIA-003")
    void refusesAnAreaOutsideTheProfileAndNamesTheClause() {
        assertThat(faults(draft("CNPPM", DAY, score("IT", "1", "2")), "sevastopol"))
                .containsExactly(Fault.at("/scores/0/competence", "outside-profile", "SUBJECT, METHODICAL")
                        .under(RegionProfiles.load("sevastopol").cite(Source.of("REGULATION:237"))));
    }

    @Test
    @Clause("DIA-002")
    void refusesAProviderOutsideTheProfile() {
        assertThat(faults(draft("FEDERAL_ASSESSOR", DAY, score("SUBJECT", "1", "2")), "sevastopol"))
                .extracting(Fault::pointer, Fault::code, Fault::clause)
                .containsExactly(tuple("/provider", "outside-profile", RegionProfiles.load("sevastopol").cite(Source.of("TERMS:332"))));
    }

    @Test
    void saysWhatARegionWithoutAreasMustAdopt() {
        assertThat(faults(draft("CNPPM", DAY, score("SUBJECT", "1", "2")), "kuzbass"))
                .containsExactly(Fault.at("/scores/0/competence", "not-adopted", "diagnostics.competenceAreas")
                        .under(RegionProfiles.load("kuzbass").mainClause()));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 10, /scores/0/points, not-negative", "11, 10, /scores/0/points, above-maximum",
        "0, 0, /scores/0/maximum, positive", "0, -5, /scores/0/maximum, positive",
        "1e1000000, 10, /scores/0/points, digits", "1e-1000000, 10, /scores/0/points, digits",
        "0.0001, 10, /scores/0/points, digits", "5, 1000000, /scores/0/maximum, digits", ", 10, /scores/0/points, required"})
    @Clause("DIA-005")
    void refusesPointsThatCannotBe(BigDecimal points, BigDecimal maximum, String pointer, String code) {
        var draft = new Draft(PERSON, "CNPPM_DIAGNOSTICS", "CNPPM", DAY, null, null,
                List.of(new DraftScore("SUBJECT", points, maximum)));

        assertThat(faults(draft, "tyumen")).extracting(Fault::pointer, Fault::code).containsExactly(tuple(pointer, code));
    }

    @Test
    void refusesACompetenceGivenTwice() {
        assertThat(faults(draft("CNPPM", DAY, score("IT", "1", "2"), score("IT", "2", "2")), "tyumen"))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/scores/1/competence", "repeated-competence"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, true", "2026-11-23, false", "+999999999-12-31, false", "1989-12-31, false", "-0001-01-01, false"})
    void takesDaysUpToTodayInTheRegion(LocalDate day, boolean accepted) {
        assertThat(faults(draft("CNPPM", day, score("IT", "1", "2")), "tyumen").isEmpty()).isEqualTo(accepted);
    }

    @Test
    @Clause("DIA-016")
    void marksAssessmentsBeforeAttestationAndAppointment() {
        var draft = new Draft(PERSON, "CNPPM_DIAGNOSTICS", "CNPPM", DAY, "BEFORE_ATTESTATION", null,
                List.of(score("IT", "1", "2")));

        assertThat(draft.checked(rules("perm"), false).occasion()).isEqualTo("BEFORE_ATTESTATION");
        assertThat(faults(draft, "tyumen")).extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/occasion", "outside-profile"));
    }

    /// Tyumen's sources name no occasion: the product's own stand in, say whose they are, and are nowhere else.
    @Test
    @Clause("PRF-26")
    void hasTheOccasionsOfTheProductWhereTheRegionNamesNone() {
        for (var occasion : List.of("FUNCTIONAL_LITERACY", "ON_REQUEST")) {
            var draft = new Draft(PERSON, "CNPPM_DIAGNOSTICS", "CNPPM", DAY, occasion, null, List.of(score("IT", "1", "2")));
            assertThat(draft.checked(rules("tyumen"), false).occasion()).isEqualTo(occasion);
            assertThat(faults(draft, "perm")).extracting(Fault::code, Fault::clause)
                    .containsExactly(tuple("outside-profile", RegionProfiles.load("perm").cite(Source.of("ORDER-2022-545:438,522"))));
        }
        assertThat(faults(new Draft(PERSON, "CNPPM_DIAGNOSTICS", "CNPPM", DAY, "BIRTHDAY", null, List.of(score("IT", "1", "2"))), "tyumen"))
                .extracting(Fault::clause).containsExactly(RegionProfiles.load("tyumen").mainClause());
    }

    private static List<Fault> faults(Draft draft, String region) {
        var refusal = catchThrowableOfType(Refusal.class, () -> draft.checked(rules(region), false));
        return refusal == null ? List.of() : refusal.faults();
    }

    @ParameterizedTest
    @CsvSource({"2, true", "2025-1, true", "В1, true", "'', false", "' 2', false", "второй раунд, false"})
    void takesANumberOrAShortCodeOfARound(String round, boolean fits) {
        var faults = faults(new Draft(PERSON, "CNPPM_DIAGNOSTICS", "CNPPM", DAY, null, round, List.of(score("SUBJECT", "1", "2"))), "perm");
        assertThat(faults).extracting(Fault::pointer).isEqualTo(fits ? List.of() : List.of("/round"));
    }

    private static Draft draft(String provider, LocalDate day, DraftScore... scores) {
        return new Draft(PERSON, "CNPPM_DIAGNOSTICS", provider, day, null, null, List.of(scores));
    }

    private static DraftScore score(String competence, String points, String maximum) {
        return new DraftScore(competence, new BigDecimal(points), new BigDecimal(maximum));
    }
}
