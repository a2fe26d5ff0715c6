package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.platform.testkit.Clause;

/// Each row breaks one thing in a good profile: region | text | text instead | the one fault that has to be told.
@Clause("PRF-27")
class BrokenProfileTest {

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tyumen | timeZone: Asia/Yekaterinburg | timeZone: Asia/Tyumen | tyumen.yml /timeZone: "Asia/Tyumen" is not a time zone; write it as Asia/Yekaterinburg.
            tyumen | mainAct: ORDER-606 | mainAct: ORDER-607 | tyumen.yml /mainAct: "ORDER-607" is not one of the documents; there are MR-2023, TOG-33a, LETTER-673, ORDER-606, DECREE-26P.
            kuzbass | source: "REGULATION:133" | source: "REGULATON:133" | kuzbass.yml /people/youngTeacher/source: "REGULATON:133" is not a clause in one of the documents; there are ORDER-2022-1145, REGULATION, INDICATORS.
            tyumen | "MR-2023:433" | "MR-2023:4333" | tyumen.yml /people/youngTeacher/source: Lines 4333 lie outside document MR-2023, which has lines 3-1163.
            tyumen | from: 2023-06-19 | from: 2023-06-31 | tyumen.yml /monitoring/campaign/from: 2023-06-31 is not a day of the calendar.
            tyumen | to: 2023-06-26 | to: 2023-06-16 | tyumen.yml /monitoring/campaign/to: 2023-06-16 is before 2023-06-19, where the span begins.
            sevastopol | {code: INSTITUTIONAL, title | {code: INSTITUTION, title | sevastopol.yml /organisationKinds/4/level: "INSTITUTIONAL" is not one of the levels; there are FEDERAL, REGIONAL, INSTITUTION.
            tyumen | {kind: INNOVATION_SITE, level: REGIONAL | {kind: INNOVATION_SITE, level: REGION | tyumen.yml /organisationKinds/16/level: "REGION" is not one of the levels; there are FEDERAL, REGIONAL, EDUCATION_DISTRICT, MUNICIPAL, INSTITUTIONAL.
            tyumen | level: EDUCATION_DISTRICT | level: DISTRICT | tyumen.yml /territory/groupings/0/level: "DISTRICT" is not one of the levels; there are FEDERAL, REGIONAL, EDUCATION_DISTRICT, MUNICIPAL, INSTITUTIONAL.
            tyumen | level: EDUCATION_DISTRICT | level: MUNICIPAL | tyumen.yml /levels/2: Nothing stands at level EDUCATION_DISTRICT: give it an organisation kind or a grouping, or take it out.
            perm | municipalityLevel: MUNICIPAL | municipalityLevel: null | perm.yml /territory/municipalityLevel: Municipalities are listed, so name the level they stand at.
            perm | title: Муниципальный уровень, inRegion: true | title: Муниципальный уровень, inRegion: false | perm.yml /levels/2: Level MUNICIPAL is outside the region but stands below levels inside it; move it up.
            tyumen | code: armizonskiy | code: abatskiy | tyumen.yml /territory/municipalities/1: code "abatskiy" is already used at /territory/municipalities/0.
            tyumen | aliases: [Ярково] | aliases: [абатский] | tyumen.yml /territory/municipalities/21/aliases/0: The name "абатский" is already used at /territory/municipalities/0/name.
            perm | variant: NATIVE_LANGUAGE | variant: SUBJECT_TEACHERS | perm.yml /organisationKinds/6: kind + level + variant "RUMO REGIONAL SUBJECT_TEACHERS" is already used at /organisationKinds/5.
            tyumen | {code: T-3.12, | {code: T-3.11, | tyumen.yml /indicatorSets/0/indicators/20: code "T-3.11" is already used at /indicatorSets/0/indicators/19.
            tyumen | territoryType: RURAL, groupings: [ISHIM], methodists: {2023: 2} | territoryType: FOREST, groupings: [ISHIM], methodists: {2023: 2} | tyumen.yml /territory/municipalities/3/territoryType: "FOREST" is not one of the territory types; there are CITY, RURAL, RURAL_REMOTE.
            tyumen | code: ISHIM, name: Ишимский, centre: g-ishim | code: ISHIM, name: Ишимский, centre: ishim | tyumen.yml /territory/groupings/0/units/1/centre: "ishim" is not the code of a municipality; there are abatskiy, armizonskiy, aromashevskiy, berdyuzhskiy, vikulovskiy, vagayskiy, golyshmanovskiy, isetskiy, ishimskiy, zavodoukovskiy, kazanskiy, nizhnetavdinskiy and 14 more.
            tyumen | municipalityCount: 26 | municipalityCount: 27 | tyumen.yml /territory/municipalityCount: The count is 27 but 26 municipalities are listed as the complete list.
            perm | municipalityCount: 43 | municipalityCount: 0 | perm.yml /territory/municipalityCount: The count is 0 but 1 municipalities are listed.
            arkhangelsk | count: 7 | count: 8 | arkhangelsk.yml /territory/groupings/0/units/2/count: The count is 8 but 7 municipalities name this unit.
            arkhangelsk | code: JOINT_EVENTS | code: EXPERIENCE_EXCHANGE | arkhangelsk.yml /territory/groupings/0/tasks/1: code "EXPERIENCE_EXCHANGE" is already used at /territory/groupings/0/tasks/0.
            arkhangelsk | tasksSource: "SLIDES:416-424" | tasksSource: "SLIDES:416-430" | arkhangelsk.yml /territory/groupings/0/tasksSource: Lines 416-430 lie outside document SLIDES, which has lines 1-429.
            tyumen | count: 3 | count: 4 | tyumen.yml /territory/groupings/0/count: The count is 4 but 3 units are listed.
            tyumen | providers: {items: [CNPPM, | providers: {items: [CNPMM, | tyumen.yml /diagnostics/providers/items/0: "CNPMM" is not one of the organisation kinds; there are
            perm | partOf: RMA | partOf: RMB | perm.yml /organisationKinds/16/partOf: "RMB" is not one of the organisation kinds; there are
            tyumen | - {kind: INNOVATION_SITE, | - {kind: TUTOR_HOUSE, | tyumen.yml /organisationKinds/16: Kind TUTOR_HOUSE is new, so it needs a Russian name: a title here or an entry in labels.
            tyumen | roleInSystem: COORDINATOR | roleInSystem: null | tyumen.yml /organisationKinds: No kind has roleInSystem: COORDINATOR; exactly one has to.
            perm | items: [HIGHER_EDUCATION] | items: [HIGHER_EDUCATON] | perm.yml /people/teacherExcludes/items/0: "HIGHER_EDUCATON" is not a known code: neither an organisation kind nor in labels.
            tyumen | [SUBJECT, METHODICAL, | [SUBJECTS, METHODICAL, | tyumen.yml /diagnostics/competenceAreas/items/0: "SUBJECTS" is not a known code: neither an organisation kind nor in labels.
            tyumen | {to: [RMA] | {to: [RMM] | tyumen.yml /finalRecommendations/3/to/0: "RMM" is not a known code: neither an organisation kind nor in labels.
            kuzbass | parent: KUZ-2 | parent: KUZ-9 | kuzbass.yml /indicatorSets/0/indicators/2/parent: "KUZ-9" is not an indicator of the same set; there are KUZ-1, KUZ-2, KUZ-2a, KUZ-3, KUZ-4.
            kuzbass | denominator: young teachers | denominator: null | kuzbass.yml /indicatorSets/0/indicators/4/denominator: A percentage needs a denominator.
            sevastopol | targets: {2021: 2, 2022: 4, 2023: 6, 2024: 8} | targets: {2021: 2, 2024: 8} | sevastopol.yml /indicatorSets/0/indicators/2/targets: Year 2022 is missing between 2021 and 2024; write "2022: null" if the source gives no target for it.
            tyumen | indicators: [T-3.2] | indicators: [T-3.23] | tyumen.yml /goals/1/indicators/0: "T-3.23" is not one of the indicators; there are
            tyumen | 2023: [T-3.5.2, T-3.21, T-3.22] | 2023: [T-3.5.2, T-3.21, T-3.99] | tyumen.yml /goals/4/indicatorsAdded/2023/2: "T-3.99" is not one of the indicators; there are
            tyumen | title: Профилактика выгорания, track: 1 | title: Профилактика выгорания, track: 4 | tyumen.yml /goals/3/track: "4" is not one of the tracks; there are 1, 2, 3.
            tyumen | goals: ["2.9", "2.10"] | goals: ["2.9", "2.11"] | tyumen.yml /tracks/2/goals/1: "2.11" is not one of the goals; there are 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7, 2.8, 2.9, 2.10.
            tyumen | {n: 2, from: 51, to: 90} | {n: 2, from: 52, to: 90} | tyumen.yml /clusters/2/bands/1/from: There is a gap: the band before ends at 50, so this one begins at 51, not at 52.
            tyumen | {n: 2, from: 51, to: 90} | {n: 2, from: 50, to: 90} | tyumen.yml /clusters/2/bands/1/from: Bands overlap: the band before ends at 50, so this one begins at 51, not at 50.
            tyumen | {n: 2, from: 51, to: 90} | {n: 2, from: 51, to: null} | tyumen.yml /clusters/2/bands/1/to: Only the last band may be open upwards.
            tyumen | {n: 1, from: 21, to: 50} | {n: 1, from: 61, to: 50} | tyumen.yml /clusters/2/bands/0/to: The band ends at 50, before it begins at 61.
            tyumen | values: [CITY, RURAL, RURAL_REMOTE] | values: [CITY, RURAL, VILLAGE] | tyumen.yml /clusters/0/values/2: "VILLAGE" is not one of the territory types; there are CITY, RURAL, RURAL_REMOTE.
            tyumen | values: [TYUMEN, ISHIM, TOBOLSK] | values: [TYUMEN, ISHIM, SURGUT] | tyumen.yml /clusters/1/values/2: "SURGUT" is not a unit of any grouping; there are
            tyumen | thresholds: null | thresholds: {bands: [{level: HIGH, below: 60}, {level: LOW, below: 50}]} | tyumen.yml /diagnostics/thresholds/bands/1/below: Thresholds rise: 50 comes after 60.
            tyumen | maxTotal: {2022: 84, 2023: 94} | maxTotal: {2022: 84, 2023: 95} | tyumen.yml /scoring/maxTotal/2023: The total is 95 but the sections of 2023 add up to 94.
            tyumen | {code: R8-URGENT, section: 8 | {code: R8-URGENT, section: 9 | tyumen.yml /recommendationRules/2/section: "9" is not a section of the scoring rubric; there are 1, 2, 3, 4, 5, 6, 7, 8.
            tyumen | municipality: vikulovskiy | municipality: Викуловский | tyumen.yml /recommendationRules/6/municipality: "Викуловский" is not the code of a municipality; there are
            arkhangelsk | {code: HIGH_RESULTS, title: стабильно высокие результаты обучающихся, mandatory: false, group: PROFILE | {code: HIGH_RESULTS, title: стабильно высокие результаты обучающихся, mandatory: false, group: PROFIL | arkhangelsk.yml /methodist/requirements/5/group: "PROFIL" is not one of the requirement groups; there are PROFILE.
            sevastopol | responsible: [ДОиН], executors: [], term: {raw: "1 октября | responsible: [ДОН], executors: [], term: {raw: "1 октября | sevastopol.yml /roadmap/measures/3/responsible/0: "ДОН" is not one of the executors; there are ДОиН.
            perm | {n: "1.1", direction: 1, | {n: "1.1", direction: 5, | perm.yml /roadmap/complexes/0/direction: "5" is not one of the directions; there are 1, 2, 3.
            perm | id: "1.1.3", complex: "1.1" | id: "1.1.3", complex: "1.7" | perm.yml /roadmap/measures/2/complex: "1.7" is not one of the complexes; there are
            """)
    void namesFilePathAndRule(String region, String before, String after, String fault) {
        var faults = ProfileCopy.of(region, directory).with(before, after).faults();

        assertThat(faults).anySatisfy(told -> assertThat(told).startsWith(fault));
    }

    @Test
    @Clause("PRF-06")
    void refusesASecondCoordinator() {
        var faults = ProfileCopy.of("tyumen", directory)
                .with("{kind: INNOVATION_SITE, level: REGIONAL,", "{kind: INNOVATION_SITE, level: REGIONAL, roleInSystem: COORDINATOR,")
                .faults();

        assertThat(faults).containsExactly("tyumen.yml /organisationKinds/16/roleInSystem: "
                + "INNOVATION_SITE is a second coordinator beside CNPPM; exactly one kind has this role.");
    }

    @Test
    @Clause("PRF-08")
    void refusesAMunicipalityInTwoUnitsOfOneGrouping() {
        var faults = ProfileCopy.of("tyumen", directory)
                .with("name: Абатский, number: 1, territoryType: RURAL, groupings: [ISHIM]",
                        "name: Абатский, number: 1, territoryType: RURAL, groupings: [ISHIM, TOBOLSK]")
                .faults();

        assertThat(faults).containsExactlyInAnyOrder(
                "tyumen.yml /territory/groupings/0/units/2/count: The count is 4 but 5 municipalities name this unit.",
                "tyumen.yml /territory/municipalities/0/groupings/1: Абатский is already in another unit of EDUCATION_DISTRICT; it can be in one only.");
    }

    @Test
    void refusesTwoIndicatorSetsForOneDay() {
        var faults = ProfileCopy.of("perm", directory).with("validTo: 2023-04-09\n", "validTo: 2023-04-10\n").faults();

        assertThat(faults).containsExactly("perm.yml /indicatorSets/1/validFrom: "
                + "Set PERM-2023 begins on 2023-04-10 while PERM-2022 still holds; a day has one set.");
    }

    @Test
    void refusesAnUnknownUnit() {
        var faults = ProfileCopy.of("arkhangelsk", directory).with("name: Мезенский, groupings: [IMO-5]", "name: Мезенский, groupings: [IMO-6]").faults();

        assertThat(faults).contains("arkhangelsk.yml /territory/municipalities/23/groupings/0: "
                + "\"IMO-6\" is not a unit of any grouping; there are IMO-1, IMO-2, IMO-3, IMO-4, IMO-5.");
    }

    @Test
    void tellsAllFaultsAtOnceWhetherOfFormOrOfReference() {
        var faults = ProfileCopy.of("kuzbass", directory)
                .with("maxAgeInclusive: true", "maxAgeInclusive: maybe")
                .with("firstYears:", "fristYears:")
                .with("parent: KUZ-2", "parent: KUZ-9")
                .with("code: KUZ-4", "code: KUZ-3")
                .faults();

        assertThat(faults).hasSize(5).allMatch(fault -> fault.startsWith("kuzbass.yml /"))
                .anyMatch(fault -> fault.contains("/people/youngTeacher/maxAgeInclusive: ") && fault.contains("boolean"))
                .anyMatch(fault -> fault.contains("/people/youngTeacher: ") && fault.contains("'fristYears'"))
                .anyMatch(fault -> fault.contains("/people/youngTeacher: ") && fault.contains("'firstYears'"))
                .anyMatch(fault -> fault.contains("\"KUZ-9\" is not an indicator"))
                .anyMatch(fault -> fault.contains("\"KUZ-3\" is already used"));
    }

    @Test
    void namesTheLineOfATextThatIsNoYaml() {
        assertThat(ProfileCopy.of("kuzbass", directory).with("code: kuzbass", "code: [kuzbass").faults())
                .singleElement().asString().startsWith("kuzbass.yml /: Line ").contains("not YAML");
        assertThat(ProfileCopy.of("kuzbass", directory).with("code: kuzbass", "code: kuzbass\ncode: perm").faults())
                .singleElement().asString().contains("uplicate");
    }

    @Test
    void namesARegionThatDoesNotExist() {
        assertThatThrownBy(() -> RegionProfiles.load("atlantis"))
                .isInstanceOf(InvalidRegionProfile.class)
                .hasMessageContaining("there are arkhangelsk, kuzbass, perm, sevastopol, tyumen")
                .hasMessageContaining("./atlantis.yml");
        assertThatThrownBy(() -> RegionProfiles.load(directory.resolve("none.yml").toString()))
                .hasMessageContaining("none.yml /: There is no such file.");
    }
}
