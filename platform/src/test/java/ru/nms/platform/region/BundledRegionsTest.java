package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.platform.testkit.Clause;

/// The figures of the five sources, as far as a profile holds them.
class BundledRegionsTest {

    private static RegionProfile region(String name) {
        return RegionProfiles.load(name);
    }

    @ParameterizedTest
    @CsvSource({
        "perm, 2023-04-10, FEDERAL REGIONAL MUNICIPAL INSTITUTIONAL",
        "sevastopol, 2021-10-04, FEDERAL REGIONAL INSTITUTIONAL",
        "arkhangelsk, 2021-07-14, FEDERAL REGIONAL INTERMUNICIPAL MUNICIPAL INSTITUTIONAL",
        "kuzbass, 2022-05-06, FEDERAL REGIONAL MUNICIPAL INSTITUTIONAL",
        "tyumen, 2023-06-08, FEDERAL REGIONAL EDUCATION_DISTRICT MUNICIPAL INSTITUTIONAL"})
    @Clause({"PRF-01", "PRF-02"})
    void haveTheirOwnLevels(String name, LocalDate validFrom, String levels) {
        var region = region(name);

        assertThat(region.code()).isEqualTo(name);
        assertThat(region.version()).isEqualTo(1);
        assertThat(region.validFrom()).isEqualTo(validFrom);
        assertThat(region.levels()).extracting(Level::code).containsExactly(levels.split(" "));
        assertThat(region.levels()).filteredOn(level -> !level.inRegion()).extracting(Level::code).containsExactly("FEDERAL");
    }

    @Test
    void areFive() {
        assertThat(RegionProfiles.bundled()).containsExactly("arkhangelsk", "kuzbass", "perm", "sevastopol", "tyumen");
    }

    /// The centre of methodical support stands in one of them, its branches in the others.
    @Test
    @Clause("REG-045")
    void putTheCentreOrABranchIntoTheCentreOfEachEducationDistrict() {
        var tyumen = region("tyumen");
        var districts = tyumen.territory().groupings().getFirst().units();

        assertThat(districts).extracting(Grouping.Unit::code, Grouping.Unit::centre, Grouping.Unit::branch).containsExactly(
                tuple("TYUMEN", "g-tyumen", "ЦНППМ"), tuple("ISHIM", "g-ishim", "ОНППМ"), tuple("TOBOLSK", "g-tobolsk", "ОНППМ"));
        assertThat(districts).allSatisfy(district -> assertThat(tyumen.municipality(String.valueOf(district.centre())).orElseThrow()
                .groupings()).containsExactly(district.code()));
    }

    @Test
    @Clause({"PRF-08", "REG-049"})
    void giveTyumenItsMunicipalitiesAndFigures() {
        var tyumen = region("tyumen");
        var municipalities = tyumen.municipalities();

        assertThat(municipalities).hasSize(26).allMatch(each -> each.groupings().size() == 1);
        assertThat(members(tyumen)).isEqualTo(Map.of("TYUMEN", 11L, "ISHIM", 11L, "TOBOLSK", 4L));
        assertThat(municipalities.stream().mapToInt(each -> each.methodists().get(2023)).sum()).isEqualTo(146);
        assertThat(municipalities.stream().mapToInt(each -> each.teachersReported().get(2023)).sum()).isEqualTo(12_627);
        assertThat(municipalities.stream().mapToInt(each -> each.teachersReported().get(2022)).sum()).isEqualTo(12_463);
        assertThat(tyumen.municipality("g-tyumen")).get()
                .extracting(Municipality::name, Municipality::territoryType).containsExactly("г.Тюмень", "CITY");
    }

    @Test
    void keepPrintedTotalsApartFromSums() {
        assertThat(region("tyumen").territory().printedTotals()).isNotNull().satisfies(printed -> {
            assertThat(printed.teachersReported()).isEqualTo(Map.of(2022, 12_463, 2023, 12_627));
            assertThat(printed.teachersInText()).isEqualTo(Map.of(2022, 12_465));
        });
    }

    @Test
    @Clause({"PRF-08", "REG-044"})
    void leaveArkhangelskItselfOutsideTheDistricts() {
        var region = region("arkhangelsk");

        assertThat(members(region)).isEqualTo(Map.of("IMO-1", 5L, "IMO-2", 4L, "IMO-3", 7L, "IMO-4", 5L, "IMO-5", 3L));
        assertThat(region.municipalities()).filteredOn(each -> each.groupings().isEmpty())
                .extracting(Municipality::name).containsExactly("г. Архангельск");
    }

    @Test
    @Clause("REG-058")
    void giveTheDistrictsOfArkhangelskSevenTasks() {
        var districts = region("arkhangelsk").territory().groupings().getFirst();

        assertThat(districts.tasks()).hasSize(7).allSatisfy(task -> assertThat(task.title()).isNotBlank());
        assertThat(districts.tasks()).extracting(CodedTitle::code).doesNotHaveDuplicates();
        assertThat(districts.tasks()).extracting(task -> String.valueOf(task.source())).containsExactly("SLIDES:418", "SLIDES:419",
                "SLIDES:420", "SLIDES:421", "SLIDES:422", "SLIDES:423", "SLIDES:424");
    }

    private static Map<String, Long> members(RegionProfile region) {
        return region.municipalities().stream().flatMap(each -> each.groupings().stream())
                .collect(Collectors.groupingBy(unit -> unit, Collectors.counting()));
    }

    @Test
    @Clause({"PRF-03", "PRF-09"})
    void giveSevastopolNoMunicipalLevel() {
        var sevastopol = region("sevastopol");

        assertThat(sevastopol.level("MUNICIPAL")).isEmpty();
        assertThat(sevastopol.kind("MMS", "MUNICIPAL")).isEmpty();
        assertThat(sevastopol.municipalities()).isEmpty();
        assertThat(region("perm").kind("MMS", "MUNICIPAL")).isPresent();
    }

    @Test
    @Clause({"PRF-04", "PRF-05"})
    void closeTheListOfKindsDifferently() {
        assertThat(region("sevastopol").kind("CREATIVE_GROUP", "INSTITUTIONAL")).isPresent();
        assertThat(region("perm").kind("CREATIVE_GROUP", "INSTITUTIONAL")).isEmpty();
        assertThat(region("arkhangelsk").kind("DISTRICT_RESOURCE_CENTRE", "MUNICIPAL")).isPresent();
        assertThat(region("arkhangelsk").kind("MENTORING_PAIR", "INTERMUNICIPAL")).isPresent();
        assertThat(region("perm").kinds("RUMO", "REGIONAL")).extracting(OrganisationKind::variant)
                .containsExactly("SUBJECT_TEACHERS", "NATIVE_LANGUAGE", "SPO_44_00_00");
    }

    @Test
    @Clause({"PRF-07", "PRF-28"})
    void listDutiesWithTheirClause() {
        var duties = region("perm").kind("MMS", "MUNICIPAL").orElseThrow().functions();

        assertThat(duties).hasSize(10);
        assertThat(duties.getFirst().source()).hasToString("ORDER-2023-317:1086");
        assertThat(region("perm").kind("MUNICIPAL_METHOD_TEAM", "MUNICIPAL").orElseThrow().functions()).hasSize(8);
    }

    @Test
    @Clause({"PRF-12", "MON-007", "MON-008"})
    void chooseTheIndicatorSetOfTheDay() {
        var perm = region("perm");

        assertThat(perm.indicatorSet(LocalDate.of(2022, 6, 9))).isEmpty();
        assertThat(perm.indicatorSet(LocalDate.of(2023, 4, 9)).orElseThrow().indicators()).hasSize(6);
        assertThat(perm.indicatorSet(LocalDate.of(2023, 4, 10)).orElseThrow().indicators()).hasSize(17);
        assertThat(region("arkhangelsk").indicatorSet(LocalDate.of(2023, 1, 1))).isEmpty();
    }

    @Test
    @Clause({"PRF-14", "MON-009"})
    void haveTargetsOnlyForTheYearsOfTheSource() {
        var coverage = region("sevastopol").indicatorSet(LocalDate.of(2023, 1, 1)).orElseThrow().indicator("SEV-1").orElseThrow();

        assertThat(coverage.targets().values()).extracting(Number::intValue).containsExactly(5, 10, 20, 30);
        assertThat(coverage.target(2025)).isEmpty();
        assertThat(coverage.met(new BigDecimal("30.0"), 2024)).contains(true);
        assertThat(coverage.met(new BigDecimal("29.9"), 2024)).contains(false);
        assertThat(coverage.met(new BigDecimal("29.9"), 2025)).isEmpty();
    }

    @Test
    @Clause({"PRF-19", "MON-101"})
    void linkTyumensTracksGoalsAndIndicators() {
        var tyumen = region("tyumen");

        assertThat(tyumen.directions()).hasSize(3);
        assertThat(tyumen.tracks()).hasSize(3).allSatisfy(track -> assertThat(track.goals()).isNotEmpty());
        assertThat(tyumen.goals()).hasSize(10);
        assertThat(tyumen.goals().get(4).indicatorsIn(2022)).hasSize(9);
        assertThat(tyumen.goals().get(4).indicatorsIn(2023)).hasSize(12).contains("T-3.22");
        assertThat(tyumen.indicatorSets().getFirst().indicators()).hasSize(33);
    }

    @Test
    @Clause({"PRF-22", "EVT-041"})
    void holdPermsRoadmapOf68MeasuresIn12Complexes() {
        var roadmap = region("perm").roadmap();

        assertThat(roadmap).isNotNull();
        assertThat(roadmap.measures()).hasSize(68);
        assertThat(roadmap.complexes()).hasSize(12);
    }

    @Test
    @Clause({"PRF-22", "EVT-042"})
    void holdSevastopolsFourMeasuresWithTheirNumbers() {
        assertThat(region("sevastopol").roadmap()).isNotNull()
                .satisfies(roadmap -> assertThat(roadmap.measures()).extracting(Roadmap.Measure::id).containsExactly("1", "2", "3", "5"));
    }

    @Test
    @Clause({"PRF-20", "MON-073"})
    void holdTyumensRubric() {
        assertThat(region("tyumen").scoring()).isNotNull().satisfies(scoring -> {
            assertThat(scoring.sections()).hasSize(8);
            assertThat(scoring.maxTotal().values()).extracting(Number::intValue).isEqualTo(List.of(84, 94));
        });
    }

    @Test
    @Clause({"PRF-23", "PRF-24", "MON-051"})
    void holdSevastopolsPassportAndRequiredActs() {
        assertThat(region("sevastopol").passport()).isNotNull()
                .satisfies(passport -> assertThat(passport.sections().items()).hasSize(7));
        assertThat(region("sevastopol").requiredActs()).hasSize(4);
    }

    @Test
    @Clause("PRF-18")
    void changeCompetenceAreasWithTheEdition() {
        var diagnostics = region("perm").diagnostics();

        assertThat(diagnostics.competenceAreasOn(LocalDate.of(2023, 4, 9))).hasSize(4).contains("SUBJECT_METASUBJECT");
        assertThat(diagnostics.competenceAreasOn(LocalDate.of(2023, 4, 10))).hasSize(5).contains("IT");
        assertThat(region("tyumen").diagnostics().competenceAreasOn(LocalDate.of(2023, 4, 10))).hasSize(5);
        assertThat(region("kuzbass").diagnostics().competenceAreasOn(LocalDate.of(2023, 4, 10))).isEmpty();
    }

    @Test
    @Clause("PRF-11")
    void giveArkhangelskAlternativeRequirements() {
        var requirements = region("arkhangelsk").methodist().requirements();

        assertThat(requirements).filteredOn(MethodistRules.Requirement::mandatory).hasSize(4);
        assertThat(requirements).filteredOn(each -> "PROFILE".equals(each.group())).hasSize(4);
    }

    @Test
    @Clause("PRF-25")
    void findTheCentreByAnyOfItsNames() {
        assertThat(region("perm").terms().aliases().get("CNPPM")).contains("ЦНППМПР", "ЦНППМР", "ЦНППМППР", "ЦНППМ");
    }

    @Test
    @Clause("PRF-28")
    void citeAClauseInWords() {
        var perm = region("perm");

        assertThat(perm.cite(Source.of("ORDER-2023-317:953"))).isEqualTo("МОН ПК "
                + "«Новая редакция Концепции РС НМС и назначение ЦНППМПР координатором» от 10.04.2023 № 26-01-06-317 (строка 953)");
        assertThat(perm.cite(Source.of("ORDER-2022-545:438,522"))).endsWith("(строки 438, 522)");
    }
}
