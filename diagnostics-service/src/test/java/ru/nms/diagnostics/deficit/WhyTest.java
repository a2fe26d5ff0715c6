package ru.nms.diagnostics.deficit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.diagnostics.rule.Regions;

class WhyTest {

    @Test
    void saysWhichDefaultLimitDecided() {
        assertThat(text("tyumen", "METHODICAL", 399, null)).isEqualTo("12.10.2026, CNPPM_DIAGNOSTICS, ЦНППМ: "
                + "399 из 1000 баллов, 39,9 %. Ниже 40 %: уровень дефицита — высокий (граница по умолчанию, установлена продуктом).");
        assertThat(text("tyumen", "METHODICAL", 800, "en")).isEqualTo("2026-10-12, CNPPM_DIAGNOSTICS, CNPPM: "
                + "800 of 1000 points, 80.0 %. Not below 80 %: no deficit (a default limit of the product).");
    }

    @Test
    void citesTheClauseOfTheRegionsOwnLimit() {
        assertThat(text("kuzbass", "FUNCTIONAL_LITERACY", 699, null)).contains("69,9 %").contains("строка 225")
                .doesNotContain("по умолчанию");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, ENGLISH", "'de, en;q=0.3', ENGLISH", "fr, RUSSIAN", "'', RUSSIAN", ";;, RUSSIAN", "'ru, en', RUSSIAN"})
    void speaksTheLanguageOfTheCaller(String accepted, WhyText expected) {
        assertThat(WhyText.of(accepted)).isEqualTo(expected);
    }

    private static String text(String region, String competence, int points, String language) {
        var rules = Regions.rules(region);
        var attempt = new Attempt(new UUID(1, 1), competence, new UUID(0, 1), "CNPPM_DIAGNOSTICS", "CNPPM",
                LocalDate.of(2026, 10, 12), BigDecimal.valueOf(points), BigDecimal.valueOf(1000));
        return Why.of(attempt, rules, WhyText.of(language)).text();
    }
}
