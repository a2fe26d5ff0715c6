package ru.nms.registry.methodist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.methodist.Methodist.Kind;

class MethodistRulesTest {

    private static final LocalDate SINCE = LocalDate.parse("2026-09-01");
    private final UUID municipality = UUID.randomUUID();

    @Test
    @Clause("REG-070")
    void allowsTheTwoHundredAndFiftiethTeacherAndNoMore() {
        var methodist = methodist(Kind.REGIONAL);

        assertThat(rules("tyumen").overload(methodist, 249)).isEmpty();
        assertThat(rules("tyumen").overload(methodist, 250)).hasValueSatisfying(overload -> {
            assertThat(overload.refusal().status().value()).isEqualTo(409);
            assertThat(overload.refusal().more()).containsEntry("limit", 250)
                    .hasEntrySatisfying("clause", clause -> assertThat(clause).asString().endsWith("(строка 385)"));
        });
    }

    @Test
    @Clause("PRF-30")
    void knowsNoLimitElsewhere() {
        assertThat(rules("perm").overload(methodist(Kind.REGIONAL), 10_000)).isEmpty();
        assertThat(rules("tyumen").overload(methodist(Kind.MUNICIPAL), 10_000)).isEmpty();
    }

    @Test
    @Clause("PRF-03")
    void hasNoMunicipalMethodistsWithoutAMunicipalLevel() {
        assertThat(check("sevastopol", Kind.MUNICIPAL, null, Set.of())).containsExactly("/kind");
        assertThat(check("sevastopol", Kind.REGIONAL, null, Set.of())).isEmpty();
    }

    @Test
    void tiesMunicipalMethodistsToAMunicipality() {
        assertThat(check("tyumen", Kind.MUNICIPAL, municipality, Set.of(municipality))).isEmpty();
        assertThat(check("tyumen", Kind.MUNICIPAL, null, Set.of(municipality))).containsExactly("/municipalityId");
        assertThat(check("tyumen", Kind.MUNICIPAL, UUID.randomUUID(), Set.of(municipality))).containsExactly("/municipalityId");
        assertThat(check("tyumen", Kind.REGIONAL, municipality, Set.of(municipality))).containsExactly("/municipalityId");
        assertThat(check("kuzbass", Kind.MUNICIPAL, null, Set.of())).isEmpty();
    }

    private static List<String> check(String region, Kind kind, @Nullable UUID municipality, Set<UUID> known) {
        var draft = new Methodist.Draft(UUID.randomUUID(), kind, municipality, null, SINCE, null);
        return rules(region).check(draft, true, known).found().stream().map(Fault::pointer).toList();
    }

    private static Methodist methodist(Kind kind) {
        var draft = new Methodist.Draft(UUID.randomUUID(), kind, null, null, SINCE, null);
        return Methodist.appoint(UUID.randomUUID(), draft, Instant.EPOCH);
    }

    private static MethodistRules rules(String region) {
        return new MethodistRules(RegionProfiles.load(region));
    }
}
