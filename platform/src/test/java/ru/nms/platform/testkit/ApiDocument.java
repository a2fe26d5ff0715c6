package ru.nms.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The API description of a service as it is checked in, `docs/api/<service>.json`, against the running one. In a test:
/// `ApiDocument.verify(SERVICE, "registry")`. With the system property `nms.api` it is written instead: `write` refuses
/// what breaks version 1, `write-breaking` does not.
public final class ApiDocument {

    private static final String PROPERTY = "nms.api";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private ApiDocument() {}

    public static void verify(ServiceUnderTest service, String name) {
        var fresh = running(service);
        assertThat(incomplete(fresh)).as("what the description of %s leaves open", name).isEmpty();
        var file = Path.of("..", "docs", "api", name + ".json");
        var wanted = System.getProperty(PROPERTY, "");
        if (Files.exists(file) && !wanted.equals("write-breaking")) {
            assertThat(ApiChanges.breaking(read(file), fresh)).as("changes of %s that break version 1", file).isEmpty();
        }
        if (wanted.startsWith("write")) {
            write(file, fresh);
        }
        assertThat(pretty(fresh)).as("%s differs; write it anew with -D%s=write", file, PROPERTY)
                .isEqualTo(pretty(read(file)));
    }

    /// Without what belongs to the test: where the keys of its tokens come from.
    private static JsonNode running(ServiceUnderTest service) {
        var body = service.anonymous().mutate().responseTimeout(Duration.ofMinutes(1))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20)).build()
                .get().uri("/v3/api-docs").exchange().expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody();
        var document = JSON.readTree(body);
        document.path("components").path("securitySchemes").forEach(scheme -> ((ObjectNode) scheme)
                .put("openIdConnectUrl", "/.well-known/openid-configuration"));
        return document;
    }

    /// Operations without words, roles, success or name, and schemas that say nothing.
    private static List<String> incomplete(JsonNode document) {
        var open = new ArrayList<String>();
        var ids = new HashSet<String>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            var operation = method.getValue();
            var id = operation.path("operationId").asString("");
            if (!ids.add(id)) {
                open.add(id + " is the id of two operations");
            }
            if (operation.path("summary").asString("").isBlank()) {
                open.add(id + " does not say what it does");
            }
            if (operation.path("x-roles").isEmpty()) {
                open.add(id + " has no roles");
            }
            if (operation.path("responses").propertyNames().stream().noneMatch(status -> status.startsWith("2"))) {
                open.add(id + " never succeeds");
            }
        }));
        document.path("components").path("schemas").properties().stream()
                .filter(schema -> schema.getValue().path("properties").isEmpty() && schema.getValue().path("enum").isEmpty())
                .forEach(schema -> open.add("schema " + schema.getKey() + " is empty"));
        return open;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, JsonNode document) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, pretty(document) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pretty(JsonNode document) {
        return JSON.writeValueAsString(document);
    }
}
