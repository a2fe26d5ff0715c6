package ru.nms.registry.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ru.nms.platform.testkit.Clause;

/// What experts score by, and what the passport of a region consists of: as printed, and in the region of the source alone.
class RubricAndPassportComponentTest {

    @Test
    @Clause({"PRF-20", "MON-073"})
    void showsTheSectionsOfTyumensRubricWithTheMostPointsOfEachYear() {
        var rubric = Shown.in("tyumen").at("/scoring");

        assertThat(rubric.at("/title").asString()).isEqualTo("Экспертиза эффективности ММС");
        assertThat(rubric.at("/maxTotal")).isEqualTo(Shown.json("{\"2022\": 84, \"2023\": 94}"));
        assertThat(StreamSupport.stream(rubric.at("/sections").spliterator(), false).map(it -> "%s %s: %s, %s".formatted(
                it.at("/n").asString(), it.at("/title").asString(), it.at("/max/2022").asString(), it.at("/max/2023").asString())))
                .containsExactly(
                        "1 Статистика и концептуальные документы: 8, 8",
                        "2 Цели и задачи: 10, 10",
                        "3 Показатели: 19, 29",
                        "4 Мониторинг показателей: 12, 12",
                        "5 Анализ результатов: 12, 12",
                        "6 Адресные рекомендации: 3, 3",
                        "7 Мероприятия, меры, решения: 8, 8",
                        "8 Эффективность мер: 12, 12");
        assertThat(Shown.texts(rubric.at("/sections"), "source")).hasSize(8).containsOnly("MR-2023:92-93");
    }

    @Test
    @Clause({"PRF-23", "MON-051"})
    void showsTheSectionsOfSevastopolsPassportInTheirOrder() {
        var passport = Shown.in("sevastopol").at("/passport");

        assertThat(Shown.texts(passport.at("/sections/items"))).containsExactly(
                "кадровый состав",
                "программы ДПО, в том числе в ФР ДПП",
                "инфраструктура ДПО",
                "финансовое обеспечение",
                "вовлечение педагогов в мероприятия",
                "информационные ресурсы",
                "результативность и связь с результатами обучающихся");
        assertThat(passport.at("/sections/source").asString()).isEqualTo("TERMS:348");
        assertThat(passport.at("/curator/value").asString()).isEqualTo("директор ИРО");
        assertThat(passport.at("/curator/source").asString()).isEqualTo("ORDER-2021-1224:20-22");
    }

    @ParameterizedTest
    @Clause({"PRF-20", "PRF-26"})
    @ValueSource(strings = {"perm", "sevastopol", "arkhangelsk", "kuzbass"})
    void hasNoRubricWhereTheSourceHasNone(String region) {
        assertThat(Shown.in(region).at("/scoring").isNull()).isTrue();
    }

    @ParameterizedTest
    @Clause({"PRF-23", "PRF-26"})
    @ValueSource(strings = {"perm", "tyumen", "arkhangelsk", "kuzbass"})
    void hasNoSectionsOfAPassportWhereTheSourceNamesNone(String region) {
        assertThat(Shown.in(region).at("/passport").isNull()).isTrue();
    }
}
