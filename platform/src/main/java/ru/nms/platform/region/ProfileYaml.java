package ru.nms.platform.region;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// From text to tree to records.
final class ProfileYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /// An absent number or flag is 0 or false: what must be there the schema has already asked for.
    private static final JsonMapper RECORDS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ProfileYaml() {}

    /// Missing when the file is absent or is no YAML mapping; the reason is among the faults then.
    static JsonNode tree(ProfileFolder folder, String file, Faults faults) {
        try (var text = folder.open(file)) {
            if (text == null) {
                faults.add("", "There is no such file.");
                return MissingNode.getInstance();
            }
            return mapping(text, faults);
        } catch (IOException failure) {
            faults.add("", "The file cannot be read: %s.", String.valueOf(failure.getMessage()));
            return MissingNode.getInstance();
        }
    }

    private static JsonNode mapping(InputStream text, Faults faults) {
        try {
            if (YAML.readTree(text) instanceof ObjectNode mapping) {
                return mapping;
            }
            faults.add("", "A profile is a YAML mapping: keys with values.");
        } catch (JacksonException failure) {
            var place = failure.getLocation();
            faults.add("", "Line %d: this is not YAML: %s", place == null ? 0 : place.getLineNr(), failure.getOriginalMessage());
        }
        return MissingNode.getInstance();
    }

    /// What form and references let through and a record still refuses, such as a count above two billion.
    static RegionProfile profile(JsonNode tree, String file) {
        try {
            return RECORDS.treeToValue(tree, RegionProfile.class);
        } catch (JacksonException failure) {
            throw new InvalidRegionProfile(List.of(new ProfileFault(file, pointer(failure), failure.getOriginalMessage())));
        }
    }

    private static String pointer(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }
}
