package ru.nms.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;

/// The closed list of every region: what one region names at a level is accepted there, everything else is refused.
class KindsByRegionTest {

    /// Region, level, and the kinds that its source names there. The last kind of Arkhangelsk and Kuzbass is the product's:
    /// their sources name no employer.
    private static final String PRINTED = """
            perm        FEDERAL       FEDERAL_COORDINATOR
            perm        REGIONAL      REGIONAL_AUTHORITY CNPPM RMA DPO_INSTITUTE RUMO PROFESSIONAL_ASSOCIATION ASSESSMENT_CENTRE
            perm        REGIONAL      HIGHER_EDUCATION VOCATIONAL_EDUCATION NGO_DPO_PROVIDER PROFESSIONAL_COMMUNITY TRADE_UNION
            perm        MUNICIPAL     MMS MUNICIPAL_METHOD_TEAM MUNICIPAL_AUTHORITY
            perm        INSTITUTIONAL METHOD_COUNCIL METHOD_ASSOCIATION SCHOOL
            sevastopol  FEDERAL       FEDERAL_COORDINATOR
            sevastopol  REGIONAL      REGIONAL_AUTHORITY DPO_INSTITUTE CNPPM QUALITY_CENTRE
            sevastopol  INSTITUTIONAL METHOD_COUNCIL METHOD_ASSOCIATION CREATIVE_GROUP AUTHOR_WORKSHOP TEACHERS_COUNCIL
            sevastopol  INSTITUTIONAL MASTERY_SCHOOL SUPPORT_PAIR SCHOOL
            arkhangelsk FEDERAL       FEDERAL_COORDINATOR FEDERAL_SCIENTIFIC_CENTRE FEDERAL_ASSESSOR
            arkhangelsk REGIONAL      REGIONAL_AUTHORITY RUMO CNPPM INNOVATION_SITE MODEL_CENTRE_ADDITIONAL MOBILE_QUANTORIUM
            arkhangelsk REGIONAL      KNOWLEDGE_SOCIETY EXPERT_BANK PROFESSIONAL_COMMUNITY
            arkhangelsk INTERMUNICIPAL MENTORING_PAIR
            arkhangelsk MUNICIPAL     MMS METHOD_COUNCIL METHOD_ASSOCIATION PROFESSIONAL_COMMUNITY NETWORK_COMMUNITY CLUB
            arkhangelsk MUNICIPAL     DISTRICT_RESOURCE_CENTRE MUNICIPAL_SUPPORT_CENTRE MENTORING_PAIR
            arkhangelsk INSTITUTIONAL TEACHER MANAGER MENTORING_PAIR METHOD_ASSOCIATION METHOD_COUNCIL PROFESSIONAL_COMMUNITY SCHOOL
            kuzbass     FEDERAL       FEDERAL_COORDINATOR
            kuzbass     REGIONAL      REGIONAL_AUTHORITY CNPPM DPO_INSTITUTE VOCATIONAL_EDUCATION HIGHER_EDUCATION
            kuzbass     REGIONAL      REGIONAL_METHOD_SERVICE RUMO METHOD_COUNCIL PROFESSIONAL_COMMUNITY
            kuzbass     MUNICIPAL     MUNICIPAL_DPO_INSTITUTION MMS
            kuzbass     INSTITUTIONAL METHOD_UNIT_IN_ORGANIZATION SCHOOL
            tyumen      FEDERAL       FEDERAL_COORDINATOR
            tyumen      REGIONAL      REGIONAL_AUTHORITY DPO_INSTITUTE CNPPM ASSESSMENT_CENTRE RMA HIGHER_EDUCATION
            tyumen      REGIONAL      VOCATIONAL_EDUCATION RUMO PROFESSIONAL_ASSOCIATION INNOVATION_SITE
            tyumen      EDUCATION_DISTRICT
            tyumen      MUNICIPAL     MMS MUNICIPAL_AUTHORITY METHOD_ASSOCIATION PROFESSIONAL_COMMUNITY
            tyumen      INSTITUTIONAL METHOD_COUNCIL METHOD_ASSOCIATION SCHOOL
            """;

    private static final Map<String, Map<String, Set<String>>> KINDS = new TreeMap<>();

    static {
        PRINTED.lines().map(line -> List.of(line.split(" +"))).forEach(words -> KINDS
                .computeIfAbsent(words.getFirst(), region -> new TreeMap<>())
                .computeIfAbsent(words.get(1), level -> new LinkedHashSet<>()).addAll(words.subList(2, words.size())));
    }

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final UUID municipality = UUID.randomUUID();

    static Stream<String> regions() {
        return KINDS.keySet().stream();
    }

    @ParameterizedTest
    @Clause({"PRF-02", "PRF-03", "PRF-04", "PRF-05"})
    @MethodSource("regions")
    void acceptsWhatTheRegionNamesAtTheLevelAndRefusesWhatOthersName(String region) {
        var rules = new OrganisationRules(RegionProfiles.load(region));
        for (var level : all(Map::keySet)) {
            for (var kind : all(levels -> levels.values().stream().flatMap(Set::stream).toList())) {
                var found = faults(rules, kind, level);
                assertThat(found).as("%s at %s of %s", kind, level, region).extracting(Fault::code)
                        .isEqualTo(expected(Objects.requireNonNull(KINDS.get(region)), kind, level));
                assertThat(found).allSatisfy(fault -> assertThat(fault.clause()).isNotBlank());
            }
        }
    }

    /// Centres of scientific support are federal ones everywhere; nothing else federal is registered.
    private static List<String> expected(Map<String, Set<String>> here, String kind, String level) {
        if (level.equals("FEDERAL")) {
            return kind.equals("FEDERAL_SCIENTIFIC_CENTRE") ? List.of() : List.of("no-such-level");
        }
        if (!here.containsKey(level)) {
            return List.of("no-such-level");
        }
        return here.getOrDefault(level, Set.of()).contains(kind) ? List.of()
                : List.of(here.values().stream().anyMatch(kinds -> kinds.contains(kind)) ? "wrong-level" : "no-such-kind");
    }

    private List<Fault> faults(OrganisationRules rules, String kind, String level) {
        var draft = new OrganisationDraft(kind, level, "Имя", List.of(), municipality, null, null);
        return rules.opening(draft, new OrganisationFacts(Set.of(municipality), Map.of(), List.of()), TODAY).found();
    }

    private static List<String> all(Function<Map<String, Set<String>>, Iterable<String>> of) {
        var found = new LinkedHashSet<String>();
        KINDS.values().forEach(levels -> of.apply(levels).forEach(found::add));
        return List.copyOf(found);
    }
}
