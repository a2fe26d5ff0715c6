package ru.nms.registry.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;

class MunicipalityPlanTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private final RegionProfile tyumen = RegionProfiles.load("tyumen");

    @Test
    @Clause({"REG-046", "PRF-08"})
    void takesEveryMunicipalityWithItsUnitOfEachGrouping() {
        var known = plan(List.of(), tyumen);

        assertThat(known).hasSize(26).allMatch(it -> it.version() == 1);
        assertThat(named(known, "Абатский").groupings()).isEqualTo(Map.of("EDUCATION_DISTRICT", "ISHIM"));
        assertThat(named(known, "Абатский").territoryType()).isEqualTo("RURAL");
        assertThat(plan(List.of(), RegionProfiles.load("arkhangelsk"))).anyMatch(it -> it.groupings().isEmpty());
    }

    @Test
    @Clause({"REG-048", "REG-049"})
    void keepsAliasesAndFiguresByYear() {
        var known = plan(List.of(), tyumen);

        assertThat(named(known, "Абатский").methodists()).isEqualTo(Map.of(2023, 4));
        assertThat(named(known, "Абатский").teachersReported()).isEqualTo(Map.of(2022, 191, 2023, 188));
        assertThat(known).anyMatch(it -> it.nameKeys().contains("голышмановский го"));
    }

    @Test
    void changesNothingWhenTheProfileSaysTheSame() {
        assertThat(plan(plan(List.of(), tyumen), tyumen)).isEmpty();
    }

    @Test
    void keepsTheIdentityOfWhatChanged() {
        var known = new ArrayList<>(plan(List.of(), tyumen));
        var old = known.removeFirst();
        known.add(renamed(old));

        assertThat(plan(known, tyumen)).singleElement().satisfies(changed -> {
            assertThat(changed.id()).isEqualTo(old.id());
            assertThat(changed.version()).isEqualTo(3);
            assertThat(changed.name()).isEqualTo(old.name());
        });
    }

    @Test
    @Clause("PRF-09")
    void closesWhatTheProfileDropsOnce() {
        var none = RegionProfiles.load("sevastopol");
        var closed = plan(plan(List.of(), tyumen), none);

        assertThat(closed).hasSize(26).allMatch(it -> TODAY.equals(it.closedOn()) && it.version() == 2);
        assertThat(plan(closed, none)).isEmpty();
        assertThat(plan(closed, tyumen)).hasSize(26).allMatch(it -> it.closedOn() == null && it.version() == 3);
    }

    private static List<Municipality> plan(List<Municipality> known, RegionProfile profile) {
        return MunicipalityPlan.of(known, profile, TODAY, NOW, UUID::randomUUID);
    }

    private static Municipality named(List<Municipality> all, String name) {
        return all.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private static Municipality renamed(Municipality it) {
        return new Municipality(it.id(), 2, it.createdAt(), it.changedAt(), it.code(), "Иной", it.aliases(),
                it.territoryType(), it.groupings(), it.methodists(), it.teachersReported(), null);
    }
}
