package ru.nms.platform.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;

/// The form of a profile file, written down in `regions/region-profile.schema.json`.
final class ProfileSchema {

    private final Schema schema;

    ProfileSchema() {
        try (var text = Objects.requireNonNull(ProfileFolder.bundled().open("region-profile.schema.json"))) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text, InputFormat.JSON);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void check(JsonNode profile, Faults faults) {
        var errors = schema.validate(profile, context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)));
        for (var error : errors) {
            faults.add(error.getInstanceLocation().toString(), sentence(error.getMessage()));
        }
    }

    private static String sentence(String message) {
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + (message.endsWith(".") ? "" : ".");
    }
}
