package ru.nms.registry.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import ru.nms.platform.region.Roadmap.TermKind;
import ru.nms.platform.testkit.Clause;

/// Measures of the roadmaps as they are printed, from the region's file to whoever reads the profile.
class RoadmapComponentTest {

    /// Region, title of the complex, what the codes of those who answer for it mean, and the whole measure.
    static Stream<Arguments> measures() {
        return Stream.of(
                Arguments.of("perm", "1 Документация системы", List.of("МОН ПК", "ГАУ ДПО «ИРО ПК»", "ГБОУ ДПО «КПИПКРО»"), """
                        {"id": "1.1.2", "complex": "1.1", "title": "Утверждение и актуализация НПА о РС НМС",
                         "responsible": ["МОН", "ИРО", "КПИ"], "executors": ["Ц"],
                         "term": {"raw": "Февраль - апрель 2023 г.", "kind": "MONTHS", "from": "2023-02", "to": "2023-04", "months": [],
                                  "year": null, "fromYear": null, "date": null},
                         "result": "Положения о площадках и об объединениях предметников; дорожные карты; перечень площадок",
                         "resultShared": false, "source": "ORDER-2023-351:1468"}"""),
                Arguments.of("perm", "1 Критерии и индикаторы", List.of("ЦНППМПР"), """
                        {"id": "1.2.2", "complex": "1.2", "title": "Разработка и обсуждение критериев РС НМС",
                         "responsible": ["Ц"], "executors": ["ИРО", "КПИ", "ПГ", "РИ", "ПК", "И"],
                         "term": {"raw": "Февраль 2023 г.", "kind": "MONTHS", "from": "2023-02", "to": "2023-02", "months": [],
                                  "year": null, "fromYear": null, "date": null},
                         "result": "Утверждённые критерии и индикаторы РС НМС", "resultShared": true, "source": "ORDER-2023-351:1473"}"""),
                Arguments.of("perm", "2 Стажировки", List.of("ПГГПУ"), """
                        {"id": "2.2.1", "complex": "2.2",
                         "title": "Экосистема организаций с высокотехнологичным оборудованием (Точки роста, IT-куб)",
                         "responsible": ["ПГ"], "executors": [],
                         "term": {"raw": "2023 г.", "kind": "YEAR", "from": null, "to": null, "months": [], "year": 2023,
                                  "fromYear": null, "date": null},
                         "result": "Региональная экосистема", "resultShared": false, "source": "ORDER-2023-351:1505"}"""),
                Arguments.of("perm", "1 Документация системы", List.of("ЦНППМПР"), """
                        {"id": "1.1.3", "complex": "1.1", "title": "Внедрение РС НМС",
                         "responsible": ["Ц"], "executors": ["ИРО", "КПИ", "ПГ", "РИ", "ПК", "И"],
                         "term": {"raw": "Ежегодно", "kind": "YEARLY", "from": null, "to": null, "months": [], "year": null,
                                  "fromYear": null, "date": null},
                         "result": "Годовой план внедрения", "resultShared": false, "source": "ORDER-2023-351:1471"}"""),
                Arguments.of("perm", "2 Совершенствование компетенций", List.of("МОН ПК", "ГАУ ДПО «ИРО ПК»"), """
                        {"id": "2.4.6", "complex": "2.4", "title": "Региональный этап «Учитель года России»",
                         "responsible": ["МОН", "ИРО"], "executors": ["МОН", "ИРО"],
                         "term": {"raw": "Ежегодно, февраль - апрель", "kind": "YEARLY", "from": null, "to": null, "months": [2, 3, 4],
                                  "year": null, "fromYear": null, "date": null},
                         "result": "Положение и сборник финалистов", "resultShared": false, "source": "ORDER-2023-351:1532"}"""),
                Arguments.of("perm", "3 Банк успешных практик", List.of("ГАУ ДПО «ИРО ПК»"), """
                        {"id": "3.2.4", "complex": "3.2", "title": "База наставников и наставляемых",
                         "responsible": ["ИРО"], "executors": ["ИРО"],
                         "term": {"raw": "2023, ежегодно", "kind": "YEARLY", "from": null, "to": null, "months": [], "year": null,
                                  "fromYear": 2023, "date": null},
                         "result": "Единая база наставников", "resultShared": false, "source": "ORDER-2023-351:1564"}"""),
                Arguments.of("perm", "1 Мониторинги эффективности", List.of("МОН ПК", "ЦНППМПР"), """
                        {"id": "1.3.1", "complex": "1.3", "title": "План-график мониторинга",
                         "responsible": ["МОН", "Ц"], "executors": [],
                         "term": {"raw": "1 раз в полгода", "kind": "HALF_YEARLY", "from": null, "to": null, "months": [], "year": null,
                                  "fromYear": null, "date": null},
                         "result": "Утверждённый план-график", "resultShared": false, "source": "ORDER-2023-351:1476"}"""),
                Arguments.of("perm", "2 Повышение квалификации по дефицитам",
                        List.of("ГАУ ДПО «ИРО ПК»", "ГБОУ ДПО «КПИПКРО»", "ПГГПУ"), """
                        {"id": "2.1.8", "complex": "2.1", "title": "Инструментарий отсроченной оценки ДПП",
                         "responsible": ["ИРО", "КПИ", "ПГ"], "executors": ["ИРО", "КПИ", "ПГ"],
                         "term": {"raw": "По мере необходимости", "kind": "ON_DEMAND", "from": null, "to": null, "months": [],
                                  "year": null, "fromYear": null, "date": null},
                         "result": "Автоматизированная форма (руководитель, заместитель/методист/РМА, педагог)", "resultShared": false,
                         "source": "ORDER-2023-351:1502"}"""),
                Arguments.of("sevastopol", "", List.of("Департамент образования и науки города Севастополя"), """
                        {"id": "5", "complex": null, "title": "Информировать работников о создании РСНМС",
                         "responsible": ["ДОиН"], "executors": [],
                         "term": {"raw": "1 октября 2021 года", "kind": "DATE", "from": null, "to": null, "months": [], "year": null,
                                  "fromYear": null, "date": "2021-10-01"},
                         "result": "Отчёт: место, сроки, формат, число участников, видео и фото, ссылки на СМИ", "resultShared": false,
                         "source": "ROADMAP:391"}"""));
    }

    @ParameterizedTest
    @Clause({"PRF-22", "EVT-040", "EVT-043"})
    @MethodSource("measures")
    void showsAMeasureWholeWithItsDirectionAndItsTerm(String region, String complex, List<String> responsible, String measure) {
        var printed = Shown.json(measure);
        var roadmap = Shown.in(region).at("/roadmap");

        assertThat(Shown.one(roadmap.at("/measures"), "id", printed.at("/id").asString())).isEqualTo(printed);
        assertThat(Shown.texts(printed.at("/responsible")).stream()
                .map(code -> Shown.one(roadmap.at("/executors"), "code", code).at("/name").asString())).isEqualTo(responsible);
        if (complex.isEmpty()) {
            assertThat(roadmap.at("/complexes")).isEmpty();
        } else {
            var found = Shown.one(roadmap.at("/complexes"), "n", printed.at("/complex").asString());
            assertThat(found.at("/direction").asString() + " " + found.at("/title").asString()).isEqualTo(complex);
        }
    }

    @Test
    @Clause("PRF-22")
    void knowsNoKindOfTermOfWhichNoMeasureIsShown() {
        var shown = measures().map(it -> Shown.json(String.valueOf(it.get()[3])).at("/term/kind").asString());

        assertThat(shown).containsAll(Arrays.stream(TermKind.values()).map(TermKind::name).toList());
    }

    @ParameterizedTest
    @Clause({"PRF-22", "PRF-26"})
    @ValueSource(strings = {"arkhangelsk", "kuzbass", "tyumen"})
    void hasNoRoadmapWhereTheSourceHasNone(String region) {
        assertThat(Shown.in(region).at("/roadmap").isNull()).isTrue();
    }
}
