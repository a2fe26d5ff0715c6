package ru.nms.monitoring.indicator;

import java.util.Map;

import ru.nms.platform.region.Indicator;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Table;

/// Indicators of a territory as a table. A value that is absent says why.
final class IndicatorTable {

    private static final Map<String, String> WORDS = Map.of("NOT_LEARNT", "нет данных", "DENOMINATOR_ZERO", "некого считать",
            "SHARE_OVER_100", "данные противоречивы");

    private IndicatorTable() {}

    static Table<IndicatorView> of(RegionProfile profile) {
        return Table.<IndicatorView>named("indicators")
                .column("code", "Код", IndicatorView::code)
                .column("title", "Показатель", IndicatorView::title)
                .column("unit", "Единица", view -> unit(view.unit()))
                .column("numerator", "Числитель", IndicatorView::numerator)
                .column("denominator", "Знаменатель", IndicatorView::denominator)
                .column("value", "Значение", IndicatorView::value)
                .column("target", "Плановое значение", IndicatorView::target)
                .column("met", "Достигнуто", IndicatorView::met)
                .column("noDataReason", "Почему нет значения", IndicatorTable::why)
                .column("measuredOn", "Дата расчёта", IndicatorView::measuredOn)
                .column("source", "Источник", view -> view.source() == null ? null : profile.cite(view.source()));
    }

    private static String unit(Indicator.Unit unit) {
        return switch (unit) {
            case PERCENT -> "%";
            case COUNT -> "единиц";
            case RATIO -> "отношение";
            case BOOLEAN -> "да или нет";
            case QUALITATIVE -> "качественный";
        };
    }

    private static String why(IndicatorView view) {
        var code = view.error() != null ? view.error().name() : view.noDataReason() != null ? view.noDataReason().name() : "";
        return WORDS.getOrDefault(code, code);
    }
}
