package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.platform.testkit.Clause;

/// What a region decides, it writes into its file: other figures and forms need no code.
class EditedProfileTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    @TempDir
    private Path directory;

    @Test
    @Clause("PRF-13")
    void takesEveryPartOfAnIndicatorFromTheFile() {
        var printed = indicator(RegionProfiles.load("tyumen"));
        var edited = indicator(ProfileCopy.of("tyumen", directory).with("""
                {code: T-3.5.2, canonical: teachers_per_regional_methodist, title: Педагогов на одного регионального методиста, unit: RATIO, \
                direction: DOWN, numerator: teachers assigned to regional methodists, denominator: active regional methodists, \
                comparator: LE, targets: {2024: 250}, section: 3, source: "MR-2023:385"}""", """
                {code: T-3.5.2, canonical: teachers_per_regional_methodist, title: Своё название, unit: PERCENT, \
                direction: UP, numerator: teachers young, denominator: teachers employed, comparator: GE, \
                targets: {2024: 60, 2025: 70}, responsible: ТОГИРРО, section: 3, source: "MR-2023:386"}""").loaded());

        assertThat(printed.met(new BigDecimal("251"), 2024)).contains(false);
        assertThat(printed.met(new BigDecimal("250"), 2024)).contains(true);
        assertThat(edited).extracting(Indicator::code, Indicator::title, Indicator::unit, Indicator::direction,
                        Indicator::numerator, Indicator::denominator, Indicator::comparator, Indicator::responsible)
                .containsExactly("T-3.5.2", "Своё название", Indicator.Unit.PERCENT, Indicator.Direction.UP,
                        "teachers young", "teachers employed", Indicator.Comparator.GE, "ТОГИРРО");
        assertThat(edited.targets()).isEqualTo(Map.of(2024, new BigDecimal(60), 2025, new BigDecimal(70)));
        assertThat(edited.source()).hasToString("MR-2023:386");
        assertThat(edited.met(new BigDecimal("59.9"), 2024)).contains(false);
        assertThat(edited.met(new BigDecimal("70"), 2025)).contains(true);
    }

    private static Indicator indicator(RegionProfile tyumen) {
        return tyumen.indicatorSet(DAY).orElseThrow().indicator("T-3.5.2").orElseThrow();
    }

    @Test
    @Clause("PRF-20")
    void scoresBySectionsAndMaximaOfTheFile() {
        var rubric = Objects.requireNonNull(ProfileCopy.of("tyumen", directory)
                .with("title: Цели и задачи, max: {2022: 10, 2023: 10}", "title: Замыслы, max: {2022: 10, 2023: 12, 2024: 20}")
                .with("maxTotal: {2022: 84, 2023: 94}", "maxTotal: {2022: 84, 2023: 96, 2024: 20}").loaded().scoring());

        assertThat(rubric.maxTotal()).isEqualTo(Map.of(2022, new BigDecimal(84), 2023, new BigDecimal(96), 2024, new BigDecimal(20)));
        assertThat(rubric.sections().get(1).title()).isEqualTo("Замыслы");
        assertThat(rubric.sections().get(1).max()).isEqualTo(Map.of(2022, BigDecimal.TEN, 2023, new BigDecimal(12), 2024, new BigDecimal(20)));
        assertThat(rubric.sections()).hasSize(8);
    }

    @Test
    @Clause("PRF-23")
    void fillsAPassportOfTheSectionsOfTheFile() {
        var passport = Objects.requireNonNull(ProfileCopy.of("kuzbass", directory).with("roadmap: null", """
                passport: {sections: {items: [кадры, деньги], source: "REGULATION:115"}}
                roadmap: null""").loaded().passport());

        assertThat(passport.sections().items()).containsExactly("кадры", "деньги");
        assertThat(passport.sections().source()).hasToString("REGULATION:115");
        assertThat(passport.curator()).isNull();
    }

    @ParameterizedTest
    @Clause("PRF-16")
    @CsvSource({"perm, 1", "sevastopol, 1", "kuzbass, 1", "tyumen, 1", "arkhangelsk, 0"})
    void asksForAMonitoringAYearWhereTheSourceDoes(String region, int least) {
        var asked = RegionProfiles.load(region).monitoring().minPerYear();

        assertThat(asked == null ? 0 : asked.value()).isEqualTo(least);
        assertThat(asked == null || asked.source() != null).as("the clause that asks for it").isTrue();
    }

    @Test
    @Clause("PRF-16")
    void takesHowOftenAndWhenFromTheFile() {
        var perm = RegionProfiles.load("perm").monitoring();
        var busier = ProfileCopy.of("perm", directory).with("minPerYear: {value: 1,", "minPerYear: {value: 4,")
                .with("months: [11, 12]", "months: [6]").loaded().monitoring();

        assertThat(perm.roadmapPeriod()).isNotNull().extracting(Sourced::value).isEqualTo("HALF_YEARLY");
        assertThat(perm.report()).isNotNull().extracting(MonitoringRules.Report::frequency, MonitoringRules.Report::months)
                .containsExactly("YEARLY", List.of(11, 12));
        assertThat(busier.minPerYear()).isNotNull().extracting(Sourced::value).isEqualTo(4);
        assertThat(busier.report()).isNotNull().extracting(MonitoringRules.Report::months).isEqualTo(List.of(6));
    }

    @Test
    @Clause("PRF-17")
    void readsTheFormOfARouteWithItsFieldsSectionsColumnsAndSignatures() {
        var form = Objects.requireNonNull(RegionProfiles.load("arkhangelsk").iom().template());

        assertThat(form.general().fields()).extracting(RouteTemplate.Field::field).containsExactly("fullName",
                "municipality", "organization", "position", "subject", "testDate", "deficitLevel");
        assertThat(form.general().fields().get(4).onlyFor()).isEqualTo("TEACHER");
        assertThat(form.columns().items()).containsExactly("content", "additionalInfo", "term", "reflectiveReport");
        assertThat(form.sections()).isNotEmpty().isEqualTo(RegionProfiles.load("arkhangelsk").iom().structure().sections());
        assertThat(form.signatures()).extracting(RouteTemplate.Signature::role, RouteTemplate.Signature::kind)
                .containsExactly(tuple("CNPPM_DIRECTOR", "APPROVAL"),
                        tuple("TEACHER", "SIGN"),
                        tuple("ORGANIZATION_REPRESENTATIVE", "SIGN"));
    }

    @Test
    @Clause("PRF-17")
    void runsOnTheNeutralStructureUntilAFormIsLoaded() {
        var without = RegionProfiles.load("sevastopol").iom();
        var with = ProfileCopy.of("sevastopol", directory).with("  template: null\n", """
                  template:
                    code: SEV-FORM
                    general: {fields: [{field: fullName}]}
                    columns: {items: [content]}
                    sections: [{code: "A", title: Учёба, items: [{code: "A1", title: Курсы, entryKind: PROGRAM}]}]
                    signatures: [{role: TEACHER, kind: SIGN}]
                """).loaded().iom();

        assertThat(without.template()).isNull();
        assertThat(without.structure().origin()).isEqualTo(Origin.PRODUCT_DEFAULT);
        assertThat(with.template()).isNotNull().extracting(RouteTemplate::code).isEqualTo("SEV-FORM");
        assertThat(with.structure().origin()).isEqualTo(Origin.REGION);
        assertThat(with.structure().sections()).extracting(RouteStructure.Section::title).containsExactly("Учёба");
    }

    @Test
    @Clause("PRF-21")
    void comparesMunicipalitiesByWhatTheFileSays() {
        var clusters = RegionProfiles.load("tyumen").clusters();
        var shifted = ProfileCopy.of("tyumen", directory).with("{n: 1, from: 21, to: 50}", "{n: 1, from: 21, to: 60}")
                .with("{n: 2, from: 51, to: 90}", "{n: 2, from: 61, to: 90}").loaded().cluster("STAFFING").orElseThrow();

        assertThat(clusters).filteredOn(each -> each.basis() == Cluster.Basis.REGISTRY)
                .extracting(Cluster::attribute).containsExactly("territoryType", "groupings");
        assertThat(clusters).filteredOn(each -> each.basis() == Cluster.Basis.COMPUTED).singleElement()
                .satisfies(staffing -> assertThat(staffing.band(55, 1)).map(Cluster.Band::n).contains(2));
        assertThat(shifted.band(60, 1)).map(Cluster.Band::n).contains(1);
        assertThat(shifted.band(61, 1)).map(Cluster.Band::n).contains(2);
    }

    @Test
    @Clause("PRF-29")
    void listsTheSourcesOfTheMonitoring() {
        var perm = RegionProfiles.load("perm").monitoring().dataSources();
        var more = ProfileCopy.of("perm", directory)
                .with("OFFICIAL_SITES, LEGAL_ACTS]", "OFFICIAL_SITES, LEGAL_ACTS, SURVEY]").loaded().monitoring().dataSources();

        assertThat(perm).isNotNull().extracting(SourcedList::items).isEqualTo(List.of("MONITORING", "OFFICIAL_STATISTICS",
                "FEDERAL_SYSTEMS", "OFFICIAL_SITES", "LEGAL_ACTS"));
        assertThat(more).isNotNull().satisfies(list -> assertThat(list.contains("SURVEY")).isTrue());
        assertThat(RegionProfiles.load("sevastopol").monitoring().dataSources()).isNotNull();
        assertThat(RegionProfiles.load("kuzbass").monitoring().dataSources()).isNotNull();
    }

    @Test
    void marksTheWeeklyLoadThatIsNotTheRegionsOwn() {
        assertThat(RegionProfiles.load("tyumen").people().overload().origin()).isEqualTo(Origin.REGION);
        assertThat(RegionProfiles.load("perm").people().overload())
                .isEqualTo(new PeopleRules.Overload(36, Origin.PRODUCT_DEFAULT, null));
        assertThat(ProfileCopy.of("tyumen", directory).with("overload: {hours: 36,", "overload: {hours: 30,").loaded()
                .people().overload().hours()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"true, 101, true", "true, 100, false", "true, , false", "false, 101, false"})
    void needsTheListAndTheDistanceForARemotePlace(boolean listed, @Nullable Integer km, boolean holds) {
        var remote = RegionProfiles.load("tyumen").territory().territoryTypes().getLast().evidence();

        assertThat(remote).isNotNull().satisfies(evidence -> assertThat(evidence.holds(listed, km)).isEqualTo(holds));
    }
}
