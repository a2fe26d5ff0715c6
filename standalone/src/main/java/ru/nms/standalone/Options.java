package ru.nms.standalone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.embedded.StartRefusal;

/// What a person said on the command line.
///
/// @param data absent for a throw-away folder
/// @param servicePorts the first of the ports of the services, which follow each other
/// @param demo load data and play the main job
/// @param exit end after the job
/// @param people how many teachers the demo makes up; 0 for as many as the region reported
public record Options(@Nullable Path data, String region, int gatewayPort, int servicePorts, int identityPort,
                      int postgresPort, int kafkaPort, boolean demo, boolean exit, int people) {

    private static final Set<String> FLAGS = Set.of("--demo", "--exit");
    private static final Map<String, String> DEFAULTS = Map.of("--gateway-port", "8080", "--service-ports", "8081",
            "--identity-port", "9000", "--postgres-port", "0", "--kafka-port", "0", "--people", "0", "--data", "", "--region", "");

    /// @param home where the lasting data folder is when none is named
    static Options parse(List<String> arguments, Map<String, String> environment, Path home) {
        var given = read(arguments);
        var demo = given.containsKey("--demo");
        var data = given.getOrDefault("--data", demo ? "" : home.resolve("data").toString());
        return new Options(data.isEmpty() ? null : Path.of(data),
                given.getOrDefault("--region", environment.getOrDefault("NMS_REGION", "tyumen")),
                port(given, "--gateway-port"), port(given, "--service-ports"), port(given, "--identity-port"),
                port(given, "--postgres-port"), port(given, "--kafka-port"),
                demo, given.containsKey("--exit"), number(given, "--people"));
    }

    private static Map<String, String> read(List<String> arguments) {
        var given = new HashMap<String, String>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var name = rest.next();
            if (FLAGS.contains(name)) {
                given.put(name, "");
            } else if (DEFAULTS.containsKey(name) && rest.hasNext()) {
                given.put(name, rest.next());
            } else {
                throw new StartRefusal(DEFAULTS.containsKey(name) ? "The option %s needs a value.".formatted(name)
                        : "There is no option %s; ./nms help lists them.".formatted(name));
            }
        }
        return given;
    }

    private static int port(Map<String, String> given, String name) {
        var port = number(given, name);
        if (port > 65_535) {
            throw new StartRefusal("The option %s needs a port from 0 to 65535.".formatted(name));
        }
        return port;
    }

    private static int number(Map<String, String> given, String name) {
        var text = given.getOrDefault(name, DEFAULTS.getOrDefault(name, ""));
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException cause) {
            throw new StartRefusal("The option %s needs a number, not '%s'.".formatted(name, text), cause);
        }
    }
}
