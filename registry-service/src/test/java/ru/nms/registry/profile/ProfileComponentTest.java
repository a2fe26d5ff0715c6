package ru.nms.registry.profile;

import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.get;

import org.junit.jupiter.api.Test;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Registry;

class ProfileComponentTest {

    @Test
    @Clause({"PRF-01", "PRF-07", "PRF-28"})
    void showsTheRulesOfTheRegionWithTheirSources() {
        get(TYUMEN.as(Role.TEACHER), "region-profile").expectStatus().isOk()
                .expectHeader().exists("ETag")
                .expectBody()
                .jsonPath("$.code").isEqualTo("tyumen")
                .jsonPath("$.name").isEqualTo("Тюменская область")
                .jsonPath("$.version").isNumber()
                .jsonPath("$.validFrom").isEqualTo("2023-06-08")
                .jsonPath("$.levels[1].code").isEqualTo("REGIONAL")
                .jsonPath("$.people.youngTeacher.source").isEqualTo("MR-2023:433")
                .jsonPath("$.organisationKinds[?(@.kind == 'MMS')].functions[0].source").isEqualTo("MR-2023:1005");
    }

    @Test
    void marksProductDefaults() {
        get(TYUMEN.as(Role.TEACHER), "region-profile").expectBody()
                .jsonPath("$.diagnostics.thresholds.origin").isEqualTo("PRODUCT_DEFAULT")
                .jsonPath("$.iom.structure.origin").isEqualTo("PRODUCT_DEFAULT");
    }

    @Test
    void isReadAgainOnlyWhenItChanged() {
        var tag = get(TYUMEN.as(Role.TEACHER), "region-profile").returnResult(String.class).getResponseHeaders().getETag();

        TYUMEN.as(Role.TEACHER).get().uri("/api/registry/v1/region-profile").header("If-None-Match", tag).exchange()
                .expectStatus().isNotModified();
    }

    @Test
    @Clause({"PRF-02", "PRF-09"})
    void hasNoMunicipalitiesWhereTheRegionHasNone() {
        var sevastopol = Registry.sevastopol().as(Role.COORDINATOR);

        get(sevastopol, "region-profile").expectBody().jsonPath("$.levels[?(@.code == 'MUNICIPAL')]").isEmpty();
        get(sevastopol, "municipalities").expectStatus().isOk().expectBody().jsonPath("$.items").isEmpty();
        Registry.post(sevastopol, "organisations", """
                {"kind": "SCHOOL", "level": "INSTITUTIONAL", "name": "Школа № 1"}""").expectStatus().isCreated();
        Registry.post(sevastopol, "organisations", """
                {"kind": "MMS", "level": "MUNICIPAL", "name": "ММС"}""").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("no-such-level")
                .jsonPath("$.errors[0].clause").isNotEmpty();
    }
}
