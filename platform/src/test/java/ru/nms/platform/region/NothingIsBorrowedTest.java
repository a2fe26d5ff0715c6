package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import ru.nms.platform.region.PeopleRules.SupportForm;
import ru.nms.platform.testkit.Clause;

/// What one region's source says stays in that region.
@Clause({"PRF-26", "PRF-30"})
class NothingIsBorrowedTest {

    private static final List<String> REGIONS = RegionProfiles.bundled();

    private static Set<String> where(Predicate<RegionProfile> has) {
        var found = new TreeSet<String>();
        REGIONS.stream().map(RegionProfiles::load).filter(has).map(RegionProfile::code).forEach(found::add);
        return found;
    }

    @Test
    void onlyTheRegionsWhoseSourceHasAPartHaveIt() {
        assertThat(where(region -> region.roadmap() != null)).containsExactly("perm", "sevastopol");
        assertThat(where(region -> region.iom().template() != null)).containsExactly("arkhangelsk");
        assertThat(where(region -> region.iom().structure().origin() == Origin.REGION)).containsExactly("arkhangelsk");
        assertThat(where(region -> region.scoring() != null)).containsExactly("tyumen");
        assertThat(where(region -> !region.clusters().isEmpty())).containsExactly("tyumen");
        assertThat(where(region -> region.passport() != null)).containsExactly("sevastopol");
        assertThat(where(region -> region.indicatorSets().isEmpty())).containsExactly("arkhangelsk");
        assertThat(where(region -> region.youngTeacher() == null)).containsExactly("arkhangelsk", "sevastopol");
        assertThat(where(region -> region.methodist().maxTeachersPerRegionalMethodist() != null)).containsExactly("tyumen");
        assertThat(where(region -> region.diagnostics().functionalLiteracy() != null)).containsExactly("kuzbass");
        assertThat(where(region -> !region.methodist().requirements().isEmpty())).containsExactly("arkhangelsk", "perm");
        assertThat(where(region -> region.iom().requiresDiagnostics())).containsExactly("kuzbass", "perm", "sevastopol", "tyumen");
        assertThat(where(region -> region.diagnostics().occasions().origin() == Origin.REGION)).containsExactly("perm", "sevastopol");
        assertThat(where(region -> region.diagnostics().occasions().items().contains("BEFORE_ATTESTATION"))).containsExactly("perm");
        assertThat(where(region -> region.diagnostics().thresholds().origin() == Origin.REGION)).isEmpty();
    }

    /// Canonical indicator with target, by region: a threshold of one never turns up in another.
    @Test
    void targetsStandOnlyWhereTheSourcePrintsThem() {
        var targets = new TreeMap<String, Set<String>>();
        for (var name : REGIONS) {
            RegionProfiles.load(name).indicatorSet(LocalDate.of(2024, 1, 1)).ifPresent(set -> set.indicators().forEach(indicator ->
                    indicator.targets().forEach((year, target) -> targets.computeIfAbsent(name, first -> new TreeSet<>())
                            .add("%s %d %s".formatted(indicator.canonical(), year, target)))));
        }

        assertThat(targets).containsOnlyKeys("kuzbass", "perm", "sevastopol", "tyumen");
        assertThat(targets.get("tyumen")).containsExactly("management_teams_trained 2024 40", "teachers_per_regional_methodist 2024 250");
        assertThat(targets.get("kuzbass")).containsExactly("fr_dpp_by_diagnostics 2024 30", "functional_literacy_participation 2024 30",
                "functional_literacy_passed 2024 15", "management_teams_trained 2022 2", "young_teacher_support 2024 70");
        assertThat(targets.get("perm")).containsExactly("roadmap_adopted 2024 1");
    }

    @Test
    void everyEmployerIsNamedByTheRegionOrMarkedAsProductDefault() {
        var marked = new HashSet<String>();
        for (var name : REGIONS) {
            var employers = RegionProfiles.load(name).organisationKinds().stream().filter(OrganisationKind::employsTeachers).toList();
            assertThat(employers).as(name).isNotEmpty();
            if (employers.getFirst().origin() == Origin.PRODUCT_DEFAULT) {
                marked.add(name);
            }
        }
        assertThat(marked).containsExactlyInAnyOrder("arkhangelsk", "kuzbass");
    }

    /// One of a region's own, or a product default where young teachers are supported and no form is named.
    @Test
    @Clause("REG-100")
    void everyFormOfSupportIsNamedByTheRegionOrMarkedAsProductDefault() {
        assertThat(where(region -> region.people().supportForms().stream().anyMatch(form -> form.origin() == Origin.REGION)))
                .containsExactly("perm", "tyumen");
        assertThat(where(region -> region.people().supportForms().stream().anyMatch(form -> form.origin() == Origin.PRODUCT_DEFAULT)))
                .containsExactly("kuzbass");
        assertThat(where(region -> region.people().supportForms().stream().anyMatch(SupportForm::apart))).containsExactly("tyumen");
    }
}
