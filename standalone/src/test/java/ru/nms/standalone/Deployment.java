package ru.nms.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;

/// The files of the distributed form, read as they lie in the repository.
final class Deployment {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z_]*)(?::([^$}]*))?");
    private static final Path ROOT = root();
    private static final String PLATFORM = text("platform/src/main/resources/nms-platform.properties");

    private Deployment() {}

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("docker-compose.yml")))
                .findFirst().orElseThrow();
    }

    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean exists(String file) {
        return Files.exists(ROOT.resolve(file));
    }

    static Map<String, Object> yaml(String file) {
        return new Yaml().load(text(file));
    }

    /// A value deep in nested maps, by the names on the way.
    @SuppressWarnings("unchecked")
    static <T> T at(Object map, String... names) {
        var here = map;
        for (var name : names) {
            here = ((Map<String, Object>) here).get(name);
        }
        return (T) here;
    }

    /// All processes of the system: the services and the gateway.
    static List<ServiceSpec> processes() {
        return Stream.concat(Stream.of(ServiceSpec.GATEWAY), ServiceSpec.ALL.stream()).toList();
    }

    static String folder(ServiceSpec process) {
        return process == ServiceSpec.GATEWAY ? "gateway" : process.name() + "-service";
    }

    static String settings(ServiceSpec process) {
        return folder(process) + "/src/main/resources/" + process.name() + ".yml";
    }

    static Map<String, Object> composed() {
        return at(yaml("docker-compose.yml"), "services");
    }

    static Map<String, Object> composed(ServiceSpec process) {
        return at(composed(), process.name());
    }

    /// What compose puts into the environment of a process.
    static Map<String, String> environment(String service) {
        Map<String, Object> given = at(composed(), service, "environment");
        return given.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    /// What the image puts there.
    static Map<String, String> ofImage() {
        var joined = text("deploy/Dockerfile").replace("\\\n", " ");
        return Pattern.compile("(?m)^ENV (.*)$").matcher(joined).results()
                .flatMap(line -> Stream.of(line.group(1).strip().split("\\s+")))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /// The variables a process reads, with their defaults.
    static Map<String, String> variables(ServiceSpec process) {
        var read = new TreeMap<String, String>();
        placeholders(text(settings(process))).forEach(one -> read.put(one.group(1), String.valueOf(one.group(2))));
        placeholders(PLATFORM).forEach(one -> read.putIfAbsent(one.group(1), String.valueOf(one.group(2))));
        return read;
    }

    /// Names of the variables that a file asks for, whatever is written around them.
    static Set<String> asked(String text) {
        return Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)").matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results();
    }

    /// `.env.example`: names and values.
    static Map<String, String> example() {
        var values = new HashMap<String, String>();
        text(".env.example").lines().filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.split("=", 2)).forEach(pair -> values.put(pair[0], pair[1]));
        return values;
    }

    /// Databases that the init script makes, and the variable of each one's password.
    static Map<String, String> databases() {
        return Pattern.compile("(?m)^database (\\w+) \"\\$(\\w+)\"$").matcher(text("deploy/postgres/10-databases.sh")).results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
    }
}
