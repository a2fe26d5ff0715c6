package ru.nms.platform.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import ru.nms.platform.document.Document.Bar;

class DocumentTest {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private final Map<String, org.w3c.dom.Document> parts = new LinkedHashMap<>();

    @BeforeEach
    void aReportWithEverything() throws Exception {
        read(Document.titled("Отчёт <2026> & \"итоги\"").heading("Охват").paragraph("Строка\u0000 с мусором\uFFFE")
                .table(List.of("Территория", "Доля, %"), List.of(List.of("Ишим", new BigDecimal("69.9")), Arrays.asList("Уват", null)))
                .chart("Охват, %", List.of(new Bar("Ишим", new BigDecimal("69.9")), new Bar("Уват", null), new Bar("Ноль", BigDecimal.ZERO)))
                .chart("Пусто", List.of()).docx());
    }

    @Test
    void containsEveryPartThatItNames() {
        var types = all(part("[Content_Types].xml"), "*", "Override").stream().map(it -> it.getAttribute("PartName").substring(1)).toList();
        assertThat(types).containsExactly("word/document.xml", "word/styles.xml", "word/charts/chart1.xml").allMatch(parts::containsKey);
        assertThat(all(part("word/_rels/document.xml.rels"), "*", "Relationship")).allSatisfy(link ->
                assertThat(parts).containsKey("word/" + link.getAttribute("Target")));
        assertThat(all(part("_rels/.rels"), "*", "Relationship")).singleElement()
                .satisfies(link -> assertThat(parts).containsKey(link.getAttribute("Target")));
    }

    @Test
    void showsTextsAsTheyAreAndDropsWhatXmlCannotHold() {
        assertThat(texts(part("word/document.xml"), W, "t")).startsWith("Отчёт <2026> & \"итоги\"", "Охват", "Строка с мусором");
    }

    @Test
    void writesATableWithItsHeaderAndADashForNothing() {
        assertThat(all(part("word/document.xml"), W, "tr")).hasSize(3);
        assertThat(texts(part("word/document.xml"), W, "t")).contains("Территория", "Доля, %", "69,9", "—");
        assertThat(all(part("word/document.xml"), W, "tc")).allSatisfy(cell -> assertThat(cell.getLastChild().getLocalName()).isEqualTo("p"));
    }

    /// No data is no bar; zero is one.
    @Test
    void drawsABarForZeroAndNoneForNoData() {
        var chart = part("word/charts/chart1.xml");
        assertThat(texts((Element) chart.getElementsByTagNameNS(C, "cat").item(0), C, "v")).containsExactly("Ишим", "Уват", "Ноль");
        var values = (Element) chart.getElementsByTagNameNS(C, "val").item(0);
        assertThat(all(values, C, "pt")).extracting(point -> point.getAttribute("idx")).containsExactly("0", "2");
        assertThat(texts(values, C, "v")).containsExactly("69.9", "0");
        assertThat(all(part("word/document.xml"), C, "chart")).singleElement()
                .satisfies(shown -> assertThat(shown.getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id"))
                        .isEqualTo("chart1"));
    }

    private org.w3c.dom.Document part(String name) {
        return java.util.Objects.requireNonNull(parts.get(name), name);
    }

    private void read(byte[] file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes(zip))));
            }
        }
    }

    private static byte[] bytes(ZipInputStream zip) throws IOException {
        return zip.readAllBytes();
    }

    private static List<String> texts(Node in, String space, String name) {
        return all(in, space, name).stream().map(Node::getTextContent).toList();
    }

    private static List<Element> all(Node in, String space, String name) {
        var nodes = in instanceof org.w3c.dom.Document whole ? whole.getElementsByTagNameNS(space, name)
                : ((Element) in).getElementsByTagNameNS(space, name);
        var found = new ArrayList<Element>();
        for (int n = 0; n < nodes.getLength(); n++) {
            found.add((Element) nodes.item(n));
        }
        return found;
    }
}
