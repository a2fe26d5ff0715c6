package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Whatever stands in a file, the answer is a profile or a list of faults, never a stack trace.
class OddProfileTest {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final List<String> ODD = List.of("12", "text", "[]", "[1, {a: b}]", "{a: {b: c}}", "null", "99999999999", "true");

    @TempDir Path directory;

    @Test
    void getsFaultsForOddValuesAnywhere() {
        var good = (ObjectNode) YAML.readTree(ProfileCopy.of("kuzbass", directory).text());
        var answers = new ArrayList<Throwable>();
        for (var key : good.propertyNames()) {
            for (var odd : ODD) {
                var broken = good.deepCopy();
                broken.set(key, YAML.readTree(odd));
                answers.add(answer(broken));
            }
        }
        for (var odd : ODD) {
            answers.add(answer(withOddLeaves(good.deepCopy(), YAML.readTree(odd))));
        }

        assertThat(answers).filteredOn(answer -> answer != null).hasSizeGreaterThan(100)
                .hasOnlyElementsOfType(InvalidRegionProfile.class);
    }

    @Test
    void namesThePlaceOfANumberThatIsTooBig() {
        assertThat(ProfileCopy.of("perm", directory).with("municipalityCount: 43", "municipalityCount: 99999999999").faults())
                .singleElement().asString().startsWith("perm.yml /territory/municipalityCount: ");
    }

    private Throwable answer(JsonNode profile) {
        return catchThrowable(() -> new ProfileCopy(directory.resolve("odd.yml"), YAML.writeValueAsString(profile)).loaded());
    }

    private static JsonNode withOddLeaves(ObjectNode profile, JsonNode odd) {
        for (var key : List.copyOf(profile.propertyNames())) {
            if (profile.get(key) instanceof ObjectNode nested) {
                withOddLeaves(nested, odd);
            } else {
                profile.set(key, odd);
            }
        }
        return profile;
    }
}
