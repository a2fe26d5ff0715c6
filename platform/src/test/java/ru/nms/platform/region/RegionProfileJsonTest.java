package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ru.nms.platform.testkit.Clause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the API shows of a profile.
class RegionProfileJsonTest {

    private static JsonNode json(RegionProfile profile) {
        var mapper = new JsonMapper();
        return mapper.readTree(mapper.writeValueAsString(profile));
    }

    @Test
    @Clause({"GW-010", "PRF-28"})
    void showsEveryRuleWithItsClause() {
        var tyumen = json(RegionProfiles.load("tyumen"));

        assertThat(tyumen.at("/code").stringValue()).isEqualTo("tyumen");
        assertThat(tyumen.at("/name").stringValue()).isEqualTo("Тюменская область");
        assertThat(tyumen.at("/version").intValue()).isEqualTo(1);
        assertThat(tyumen.at("/validFrom").stringValue()).isEqualTo("2023-06-08");
        assertThat(tyumen.at("/timeZone").stringValue()).isEqualTo("Asia/Yekaterinburg");
        assertThat(tyumen.at("/levels/2/source").stringValue()).isEqualTo("MR-2023:75");
        assertThat(tyumen.at("/people/youngTeacher/source").stringValue()).isEqualTo("MR-2023:433");
        assertThat(tyumen.at("/indicatorSets/0/indicators/13/targets/2024").intValue()).isEqualTo(250);
        assertThat(tyumen.at("/indicatorSets/0/indicators/13/source").stringValue()).isEqualTo("MR-2023:385");
        assertThat(tyumen.at("/clusters/2/bandsSource").stringValue()).isEqualTo("MR-2023:158-162");
    }

    @Test
    void marksProductDefaults() {
        var tyumen = json(RegionProfiles.load("tyumen"));

        assertThat(tyumen.at("/diagnostics/thresholds/origin").stringValue()).isEqualTo("PRODUCT_DEFAULT");
        assertThat(tyumen.at("/diagnostics/occasions/origin").stringValue()).isEqualTo("PRODUCT_DEFAULT");
        assertThat(tyumen.at("/iom/structure/origin").stringValue()).isEqualTo("PRODUCT_DEFAULT");
        assertThat(tyumen.at("/deadlines/0/period").stringValue()).isEqualTo("P1Y");
        assertThat(tyumen.at("/roadmap").isNull()).isTrue();
    }

    @Test
    void keepsEarlierEditionsToItself(@TempDir Path directory) {
        ProfileCopy.of("kuzbass", directory).as("kuzbass-1.yml").written();
        var newer = ProfileCopy.of("kuzbass", directory)
                .with("version: 1\nvalidFrom: 2022-05-06", "version: 2\nvalidFrom: 2024-01-01\nprevious: [kuzbass-1.yml]");

        assertThat(json(newer.loaded()).has("earlier")).isFalse();
    }
}
