package ru.nms.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.document.Document.Part;
import ru.nms.platform.document.Document.Part.Chart;
import ru.nms.platform.document.Document.Part.Grid;

/// A document as Office Open XML (ECMA-376): the text, its styles, and a part for each chart.
final class DocxWriter {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final Map<String, String> SPACES = Map.of("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "xmlns:r", OFFICE, "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main",
            "xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart");
    /// 16 cm and 9 cm, in the unit of drawings.
    private static final Map<String, String> SIZE = Map.of("cx", "5760000", "cy", "3240000");

    private final Document document;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> charts = new LinkedHashMap<>();

    DocxWriter(Document document) {
        this.document = document;
    }

    byte[] write() {
        var text = text();
        files.put("[Content_Types].xml", types());
        files.put("_rels/.rels", new XmlText().in("Relationships", Map.of("xmlns", PACKAGE + "relationships"),
                all -> link(all, "rId1", "officeDocument", "word/document.xml")).toString());
        files.put("word/document.xml", text);
        files.put("word/styles.xml", styles());
        files.put("word/_rels/document.xml.rels", new XmlText().in("Relationships", Map.of("xmlns", PACKAGE + "relationships"), all -> {
            link(all, "styles", "styles", "styles.xml");
            charts.keySet().forEach(name -> link(all, name, "chart", "charts/" + name + ".xml"));
        }).toString());
        charts.forEach((name, chart) -> files.put("word/charts/" + name + ".xml", chart));
        return zipped();
    }

    private static void link(XmlText out, String id, String kind, String target) {
        out.empty("Relationship", Map.of("Id", id, "Type", OFFICE + "/" + kind, "Target", target));
    }

    private String types() {
        return new XmlText().in("Types", Map.of("xmlns", PACKAGE + "content-types"), all -> {
            all.empty("Default", Map.of("Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
            all.empty("Default", Map.of("Extension", "xml", "ContentType", "application/xml"));
            all.empty("Override", Map.of("PartName", "/word/document.xml", "ContentType", WORD + "document.main+xml"));
            all.empty("Override", Map.of("PartName", "/word/styles.xml", "ContentType", WORD + "styles+xml"));
            charts.keySet().forEach(name -> all.empty("Override", Map.of("PartName", "/word/charts/" + name + ".xml",
                    "ContentType", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")));
        }).toString();
    }

    private static String styles() {
        return new XmlText().in("w:styles", Map.of("xmlns:w", SPACES.getOrDefault("xmlns:w", "")), all -> {
            style(all, "Normal", "Normal", 22, false);
            style(all, "Title", "Title", 36, true);
            style(all, "Heading1", "heading 1", 28, true);
        }).toString();
    }

    private static void style(XmlText out, String id, String name, int size, boolean bold) {
        out.in("w:style", Map.of("w:type", "paragraph", "w:styleId", id), style -> style.value("w:name", name)
                .in("w:pPr", look -> look.empty("w:spacing", Map.of("w:after", "120")))
                .in("w:rPr", look -> {
                    look.empty("w:rFonts", Map.of("w:ascii", "Times New Roman", "w:hAnsi", "Times New Roman", "w:cs", "Times New Roman"));
                    if (bold) {
                        look.empty("w:b", Map.of());
                    }
                    look.value("w:sz", String.valueOf(size));
                }));
    }

    private String text() {
        return new XmlText().in("w:document", SPACES, all -> all.in("w:body", body -> {
            paragraph(body, "Title", document.title());
            document.parts().forEach(part -> part(body, part));
            body.in("w:sectPr", page -> page.empty("w:pgSz", Map.of("w:w", "11906", "w:h", "16838"))
                    .empty("w:pgMar", Map.of("w:top", "1134", "w:right", "850", "w:bottom", "1134", "w:left", "1701", "w:header", "708",
                            "w:footer", "708", "w:gutter", "0")));
        })).toString();
    }

    private void part(XmlText out, Part part) {
        switch (part) {
            case Part.Heading(var level, var text) -> paragraph(out, "Heading" + level, text);
            case Part.Paragraph(var text) -> paragraph(out, "Normal", text);
            case Grid grid -> grid(out, grid);
            case Chart chart -> chart(out, chart);
        }
    }

    private static void paragraph(XmlText out, String style, String text) {
        out.in("w:p", p -> p.in("w:pPr", look -> look.value("w:pStyle", style)).in("w:r", run -> run.in("w:t",
                Map.of("xml:space", "preserve"), t -> t.plain(text))));
    }

    private static void grid(XmlText out, Grid grid) {
        out.in("w:tbl", table -> {
            table.in("w:tblPr", look -> look.empty("w:tblW", Map.of("w:w", "5000", "w:type", "pct")).in("w:tblBorders", borders ->
                    List.of("top", "left", "bottom", "right", "insideH", "insideV").forEach(side -> borders.empty("w:" + side,
                            Map.of("w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "808080")))));
            table.in("w:tblGrid", columns -> grid.titles().forEach(title -> columns.empty("w:gridCol", Map.of())));
            row(table, grid.titles(), true);
            grid.rows().forEach(row -> row(table, row, false));
        });
        paragraph(out, "Normal", "");
    }

    private static void row(XmlText out, List<?> cells, boolean header) {
        out.in("w:tr", row -> {
            if (header) {
                row.in("w:trPr", look -> look.empty("w:tblHeader", Map.of()));
            }
            cells.forEach(cell -> row.in("w:tc", it -> paragraph(it, "Normal", shown(cell))));
        });
    }

    /// As people here write numbers.
    private static String shown(@Nullable Object cell) {
        return cell == null ? "—" : cell instanceof BigDecimal number ? number.toPlainString().replace('.', ',') : String.valueOf(cell);
    }

    private void chart(XmlText out, Chart chart) {
        var name = "chart" + (charts.size() + 1);
        charts.put(name, ChartXml.of(chart));
        out.in("w:p", p -> p.in("w:r", run -> run.in("w:drawing", drawing -> drawing.in("wp:inline", inline -> inline
                .empty("wp:extent", SIZE)
                .empty("wp:docPr", Map.of("id", String.valueOf(charts.size()), "name", name, "descr", chart.title()))
                .in("a:graphic", graphic -> graphic.in("a:graphicData", Map.of("uri", SPACES.getOrDefault("xmlns:c", "")),
                        data -> data.empty("c:chart", Map.of("r:id", name))))))));
    }

    private byte[] zipped() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
