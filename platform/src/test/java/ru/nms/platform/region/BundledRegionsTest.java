package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ru.nms.platform.testkit.Clause;

class BundledRegionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"perm", "sevastopol", "arkhangelsk", "kuzbass", "tyumen"})
    @Clause("PRF-01")
    void loads(String name) {
        assertThat(RegionProfiles.load(name).code()).isEqualTo(name);
    }

    @Test
    void areFive() {
        assertThat(RegionProfiles.bundled()).isEqualTo(List.of("arkhangelsk", "kuzbass", "perm", "sevastopol", "tyumen"));
        assertThat(RegionProfiles.load("tyumen").indicatorSet(LocalDate.of(2023, 6, 1))).isPresent();
    }
}
