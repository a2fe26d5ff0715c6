package ru.nms.platform.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import ru.nms.platform.access.Role;
import ru.nms.platform.table.TableFormat;
import ru.nms.platform.testkit.ServiceUnderTest;

class ImportTemplateTest {

    private static final Pattern ENTITY = Pattern.compile("&#x([0-9a-f]+);");
    private static final String SCHOOLS = "/api/probe/v1/imports/schools/template";
    private static final ServiceUnderTest SERVICE = ServiceUnderTest.start(TemplatesApplication.class, "templates",
            "nms.service.name=probe", ServiceUnderTest.NO_KAFKA);

    @Test
    void isAWorkbookWithListsAndAnInstruction(@TempDir Path folder) throws IOException {
        var parts = unzipped(Files.write(folder.resolve("template.xlsx"), get(Role.MUNICIPALITY, SCHOOLS, "*/*").expectStatus().isOk()
                .expectHeader().contentType(TableFormat.XLSX.mediaType())
                .expectHeader().valueEquals("Content-Disposition", "attachment; filename=\"schools-template.xlsx\"")
                .expectBody().returnResult().getResponseBodyContent()));

        assertThat(parts.get("xl/workbook.xml")).contains("Инструкция");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("Название", "dataValidation");
        assertThat(String.join("", parts.values())).contains("Сельская");
    }

    @Test
    void isCsvForThoseWhoAskForIt() {
        get(Role.MUNICIPALITY, SCHOOLS, "text/csv").expectStatus().isOk()
                .expectHeader().contentType(TableFormat.CSV.mediaType())
                .expectHeader().valueEquals("Content-Disposition", "attachment; filename=\"schools-template.csv\"")
                .expectBody(String.class).isEqualTo("\ufeffНазвание;Вид\r\n");
    }

    @Test
    void isForThoseWhoMayImportTheKind() {
        get(Role.COORDINATOR, SCHOOLS, "*/*").expectStatus().isForbidden();
        get(Role.TEACHER, SCHOOLS, "*/*").expectStatus().isForbidden();
    }

    @Test
    void existsForKnownKindsAndInTwoFormsOnly() {
        get(Role.MUNICIPALITY, SCHOOLS.replace("schools", "pupils"), "*/*").expectStatus().isNotFound()
                .expectBody().jsonPath("$.type").isEqualTo("urn:nms:problem:not-found");
        get(Role.MUNICIPALITY, SCHOOLS, "application/json").expectStatus().isEqualTo(406);
    }

    private static ResponseSpec get(Role role, String uri, String accept) {
        return SERVICE.as(role).get().uri(uri).header("Accept", accept).exchange();
    }

    private static Map<String, String> unzipped(Path file) throws IOException {
        var parts = new HashMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), ENTITY.matcher(
                        new String(zip.getInputStream(entry).readAllBytes(), UTF_8))
                        .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16))));
            }
        }
        return parts;
    }
}
