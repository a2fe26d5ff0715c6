package ru.nms.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;

class OrganisationRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private final UUID municipality = UUID.randomUUID();
    private final OrganisationFacts facts = new OrganisationFacts(Set.of(municipality), Map.of(), List.of());
    private final OrganisationFacts noMunicipalities = new OrganisationFacts(Set.of(), Map.of(), List.of());

    @ParameterizedTest
    @Clause({"PRF-02", "PRF-03", "PRF-04", "PRF-05"})
    @CsvSource(nullValues = "-", value = {
            "tyumen,     MMS,               MUNICIPAL,      -",
            "tyumen,     METHOD_ASSOCIATION, MUNICIPAL,     -",
            "tyumen,     METHOD_ASSOCIATION, INSTITUTIONAL, -",
            "sevastopol, MMS,               MUNICIPAL,      no-such-level",
            "sevastopol, METHOD_ASSOCIATION, REGIONAL,      wrong-level",
            "kuzbass,    CNPPM,             MUNICIPAL,      wrong-level",
            "kuzbass,    TRADE_UNION,       REGIONAL,       no-such-kind",
            "perm,       TRADE_UNION,       REGIONAL,       -",
            "perm,       FEDERAL_COORDINATOR, FEDERAL,      no-such-level",
            "tyumen,     SCHOOL,            VILLAGE,        no-such-level",
    })
    void knowsTheKindsOfTheRegionAtTheirLevels(String region, String kind, String level, @Nullable String fault) {
        var found = rules(region).opening(draft(kind, level, municipality, null), facts, TODAY).found();

        if (fault == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().satisfies(it -> {
                assertThat(it.code()).isEqualTo(fault);
                assertThat(it.clause()).isNotBlank();
            });
        }
    }

    @ParameterizedTest
    @Clause("PRF-09")
    @CsvSource({"tyumen, MMS, MUNICIPAL, true", "tyumen, SCHOOL, INSTITUTIONAL, true", "perm, SCHOOL, INSTITUTIONAL, false",
            "perm, MMS, MUNICIPAL, true", "tyumen, CNPPM, REGIONAL, false"})
    void needsAMunicipalityWhereTheLevelIsInOne(String region, String kind, String level, boolean needed) {
        assertThat(rules(region).opening(draft(kind, level, null, null), facts, TODAY).found()).extracting(Fault::code)
                .isEqualTo(needed ? List.of("municipality-required") : List.of());
        assertThat(rules(region).opening(draft(kind, level, null, null), noMunicipalities, TODAY).found()).isEmpty();
    }

    @ParameterizedTest
    @Clause("REG-051")
    @CsvSource(nullValues = "-", value = {
            "arkhangelsk, MODEL_CENTRE_ADDITIONAL,  REGIONAL,  -",
            "arkhangelsk, MUNICIPAL_SUPPORT_CENTRE, MUNICIPAL, -",
            "arkhangelsk, DISTRICT_RESOURCE_CENTRE, MUNICIPAL, -",
            "arkhangelsk, DISTRICT_RESOURCE_CENTRE, REGIONAL,  wrong-level",
            "perm,        DISTRICT_RESOURCE_CENTRE, MUNICIPAL, no-such-kind",
    })
    void knowsResourceCentresWhereTheRegionHasThem(String region, String kind, String level, @Nullable String fault) {
        assertThat(rules(region).opening(draft(kind, level, municipality, null), facts, TODAY).found()).extracting(Fault::code)
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @ParameterizedTest
    @Clause("REG-035")
    @CsvSource({"perm, AUTHORITY_SPECIALISTS, true", "perm, SOLE, false", "tyumen, OWN_LEGAL_ENTITY, true", "tyumen, SOLE, false"})
    void knowsTheFormsOfMethodServices(String region, String form, boolean known) {
        var details = new Details(form, List.of(), List.of(), List.of(), null, List.of(), List.of());
        var service = new OrganisationDraft("MMS", "MUNICIPAL", "ММС", List.of(), municipality, null, null, null, null, details);

        assertThat(rules(region).opening(service, facts, TODAY).found().isEmpty()).isEqualTo(known);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        var draft = draft("ABC", "REGIONAL", UUID.randomUUID(), UUID.randomUUID());

        assertThat(rules("tyumen").opening(draft, facts, TODAY).found()).extracting(Fault::pointer, Fault::code)
                .containsExactlyInAnyOrder(tuple("/kind", "no-such-kind"), tuple("/municipalityId", "unknown-municipality"),
                        tuple("/parentId", "unknown-organisation"));
    }

    @ParameterizedTest
    @Clause("PRF-06")
    @CsvSource({
            "2026-12-31, false, the last day of the one before",
            "2027-01-01, true,  the day of its closing",
            "2027-01-02, true,  the day after",
            ",           false, today",
    })
    void acceptsTheNextCoordinatorFromTheDayOnWhichTheOneBeforeIsClosed(LocalDate openedOn, boolean accepted) {
        var until = new OrganisationFacts(Set.of(), Map.of(), List.of(centre(LocalDate.parse("2027-01-01"))));
        var next = new OrganisationDraft("CNPPM", "REGIONAL", "ЦНППМ", List.of(), null, null, null, openedOn, null, null);

        assertThat(rules("perm").opening(next, until, TODAY).found()).extracting(Fault::code)
                .isEqualTo(accepted ? List.of() : List.of("second-coordinator"));
    }

    private static Organisation centre(LocalDate closedOn) {
        return new Organisation(UUID.randomUUID(), 1, Instant.EPOCH, Instant.EPOCH, "CNPPM", "REGIONAL", "ЦНППМ прежний", List.of(),
                null, null, closedOn);
    }

    @Test
    @Clause("PRF-06")
    void acceptsOneCoordinator() {
        var taken = new OrganisationFacts(Set.of(), Map.of(), List.of(centre(null)));

        assertThat(rules("perm").opening(draft("CNPPM", "REGIONAL", null, null), facts, TODAY).found()).isEmpty();
        assertThat(rules("perm").opening(draft("CNPPM", "REGIONAL", null, null), taken, TODAY).found())
                .extracting(Fault::code).containsExactly("second-coordinator");
        assertThat(rules("perm").opening(draft("DPO_INSTITUTE", "REGIONAL", null, null), taken, TODAY).found()).isEmpty();
    }

    @Test
    @Clause("REG-031")
    void keepsAnOrganisationOutOfItself() {
        var institute = Organisation.open(UUID.randomUUID(), draft("DPO_INSTITUTE", "REGIONAL", null, null), Instant.EPOCH);
        var centre = Organisation.open(UUID.randomUUID(), draft("CNPPM", "REGIONAL", null, institute.id()), Instant.EPOCH);
        var known = new OrganisationFacts(Set.of(), Map.of(institute.id(), institute, centre.id(), centre), List.of());

        var looped = draft("DPO_INSTITUTE", "REGIONAL", null, centre.id());

        assertThat(rules("tyumen").change(institute, looped, known, TODAY).found()).extracting(Fault::code)
                .containsExactly("parent-below");
        assertThat(rules("tyumen").change(centre, draft("CNPPM", "REGIONAL", null, institute.id()), known, TODAY).found()).isEmpty();
    }

    @Test
    void keepsKindLevelAndMunicipalityForLife() {
        var school = Organisation.open(UUID.randomUUID(), draft("SCHOOL", "INSTITUTIONAL", municipality, null), Instant.EPOCH);

        assertThat(rules("tyumen").change(school, draft("MMS", "MUNICIPAL", null, null), noMunicipalities, TODAY).found())
                .extracting(Fault::pointer).containsExactlyInAnyOrder("/kind", "/level", "/municipalityId");
    }

    private static OrganisationRules rules(String region) {
        return new OrganisationRules(RegionProfiles.load(region));
    }

    private static OrganisationDraft draft(String kind, String level, @Nullable UUID municipality, @Nullable UUID parent) {
        return new OrganisationDraft(kind, level, "Имя", List.of(), municipality, parent, null);
    }
}
