package ru.nms.registry.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.HtmlUtils;

import ru.nms.registry.Registry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A report as it was answered.
record Answer(JsonNode body) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SHEET = Pattern.compile("<sheet name=\"([^\"]*)\"");

    static Answer of(WebTestClient who, String path) {
        return new Answer(JSON.readTree(Registry.get(who, "reports/" + path).expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody()));
    }

    List<JsonNode> rows(String section) {
        return body.get("sections").get(section).valueStream().toList();
    }

    JsonNode one(String section) {
        return rows(section).getFirst();
    }

    /// The row in which the column says this.
    JsonNode row(String section, String column, Object value) {
        return rows(section).stream().filter(row -> row.get(column).asString().equals(value.toString())).findFirst().orElseThrow();
    }

    /// How many entries a list has.
    static long total(WebTestClient who, String list) {
        return JSON.readTree(Registry.get(who, list + (list.contains("?") ? "&" : "?") + "count=true&limit=1").expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody()).get("total").asLong();
    }

    /// The sheets of the workbook.
    static List<String> sheets(WebTestClient who, String path) throws IOException {
        var bytes = requireNonNull(who.get().uri("/api/registry/v1/reports/" + path)
                .header("Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").exchange()
                .expectStatus().isOk().expectBody().returnResult().getResponseBody());
        var file = Files.write(Files.createTempFile("report", ".xlsx"), bytes);
        try (var zip = new ZipFile(file.toFile()); var in = zip.getInputStream(zip.getEntry("xl/workbook.xml"))) {
            return SHEET.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).results()
                    .map(it -> HtmlUtils.htmlUnescape(it.group(1))).toList();
        } finally {
            Files.delete(file);
        }
    }

    /// The file as text.
    static String csv(WebTestClient who, String path) {
        return requireNonNull(who.get().uri("/api/registry/v1/reports/" + path).header("Accept", "text/csv").exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
    }
}
