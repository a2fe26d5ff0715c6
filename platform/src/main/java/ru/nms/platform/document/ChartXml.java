package ru.nms.platform.document;

import java.math.BigDecimal;
import java.util.Map;

import ru.nms.platform.document.Document.Bar;
import ru.nms.platform.document.Document.Part.Chart;

/// A bar chart in DrawingML. Its values stand in it, so it needs no workbook behind it.
final class ChartXml {

    private static final Map<String, String> SPACES = Map.of("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart",
            "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");

    private ChartXml() {}

    static String of(Chart chart) {
        return new XmlText().in("c:chartSpace", SPACES, space -> space.in("c:chart", it -> {
            it.in("c:title", title -> title.in("c:tx", tx -> tx.in("c:rich", rich -> rich.empty("a:bodyPr", Map.of())
                    .in("a:p", p -> p.in("a:r", r -> r.text("a:t", chart.title()))))).value("c:overlay", "0"));
            it.value("c:autoTitleDeleted", "0");
            it.in("c:plotArea", area -> {
                area.empty("c:layout", Map.of());
                area.in("c:barChart", bars -> bars(bars, chart));
                axes(area);
            });
            it.value("c:plotVisOnly", "1").value("c:dispBlanksAs", "gap");
        })).toString();
    }

    private static void bars(XmlText out, Chart chart) {
        out.value("c:barDir", "bar").value("c:grouping", "clustered").value("c:varyColors", "0");
        out.in("c:ser", series -> {
            series.value("c:idx", "0").value("c:order", "0").value("c:invertIfNegative", "0");
            series.in("c:dLbls", labels -> labels.value("c:showLegendKey", "0").value("c:showVal", "1").value("c:showCatName", "0")
                    .value("c:showSerName", "0").value("c:showPercent", "0").value("c:showBubbleSize", "0"));
            series.in("c:cat", categories -> categories.in("c:strLit", list -> {
                list.value("c:ptCount", String.valueOf(chart.bars().size()));
                for (int n = 0; n < chart.bars().size(); n++) {
                    point(list, n, chart.bars().get(n).label());
                }
            }));
            series.in("c:val", values -> values.in("c:numLit", list -> {
                list.text("c:formatCode", "General").value("c:ptCount", String.valueOf(chart.bars().size()));
                for (int n = 0; n < chart.bars().size(); n++) {
                    value(list, n, chart.bars().get(n));
                }
            }));
        });
        out.value("c:gapWidth", "50").value("c:axId", "1").value("c:axId", "2");
    }

    private static void value(XmlText out, int at, Bar bar) {
        if (bar.value() instanceof BigDecimal value) {
            point(out, at, value.toPlainString());
        }
    }

    private static void point(XmlText out, int at, String text) {
        out.in("c:pt", Map.of("idx", String.valueOf(at)), point -> point.text("c:v", text));
    }

    private static void axes(XmlText out) {
        out.in("c:catAx", axis -> axis.value("c:axId", "1").in("c:scaling", scaling -> scaling.value("c:orientation", "maxMin"))
                .value("c:delete", "0").value("c:axPos", "l").value("c:crossAx", "2"));
        out.in("c:valAx", axis -> axis.value("c:axId", "2")
                .in("c:scaling", scaling -> scaling.value("c:orientation", "minMax").value("c:min", "0"))
                .value("c:delete", "0").value("c:axPos", "b").value("c:crossAx", "1"));
    }
}
