package ru.nms.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// One person with a browser: begins, answers task after task as fast as answers come back, hands in. What is not answered is
/// sent again, the same as before.
final class Taker {

    private static final String OPTION = "2";
    private static final Pattern TYPE = Pattern.compile("\"type\":\"([^\"]*)");
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final int port;
    private final String token;
    private final UUID campaign;
    private final Map<UUID, String> given = new ConcurrentHashMap<>();
    private final double[] times = new double[Exam.TASKS];
    private @Nullable Wire wire;
    private volatile @Nullable UUID attempt;
    private int interruptions;
    private final Map<String, Integer> failures = new TreeMap<>();

    Taker(int port, String token, UUID campaign) {
        this.port = port;
        this.token = token;
        this.campaign = campaign;
    }

    void take() {
        try {
            var begun = send("POST", "campaigns/" + campaign + "/attempts", UUID.randomUUID().toString(), "");
            var id = UUID.fromString(begun.path("id").asString());
            attempt = id;
            int n = 0;
            for (var task : send("GET", "attempts/" + id + "/paper", "-", "").path("tasks")) {
                var from = System.nanoTime();
                send("PUT", "attempts/" + id + "/answers/" + task.path("id").asString(), "-",
                        "{\"revision\":1,\"answer\":{\"chosen\":[\"" + OPTION + "\"]}}");
                times[n++] = (System.nanoTime() - from) / 1e6;
                given.put(UUID.fromString(task.path("id").asString()), OPTION);
            }
            send("POST", "attempts/" + id + "/submission", UUID.randomUUID().toString(), "");
        } finally {
            close();
        }
    }

    private JsonNode send(String method, String path, String key, String body) {
        var request = Requests.any(method, Exam.PATH + path, token, "Idempotency-Key: " + key, body.getBytes(UTF_8));
        while (true) {
            int status = attempt(request);
            if (status > 0 && status < 300) {
                return wire == null || wire.bodyLength() == 0 ? Exam.JSON.createObjectNode() : Exam.JSON.readTree(wire.body());
            }
            if (status > 0 && status < 500 && status != 429 && !(wire != null && wire.body().contains("idempotency-key-in-use"))) {
                throw new Broken("%s %s: %d %s".formatted(method, path, status, wire == null ? "" : wire.body()));
            }
            if (status >= 500) {
                failures.merge("%d %s %s: %s".formatted(status, method, ID.matcher(path).replaceAll("*"), type()), 1, Integer::sum);
            }
            LockSupport.parkNanos(Duration.ofMillis(100 + ThreadLocalRandom.current().nextInt(200)).toNanos());
        }
    }

    private String type() {
        var found = TYPE.matcher(wire == null ? "" : wire.body());
        return found.find() ? found.group(1) : "?";
    }

    /// @return 0 when nothing was answered
    private int attempt(byte[] request) {
        try {
            if (wire == null) {
                wire = new Wire(port);
            }
            return wire.send(request);
        } catch (Broken unanswered) {
            interruptions++;
            close();
            return 0;
        }
    }

    private void close() {
        if (wire != null) {
            wire.close();
            wire = null;
        }
    }

    int acknowledged() {
        return given.size();
    }

    Map<UUID, String> given() {
        return given;
    }

    @Nullable UUID attempt() {
        return attempt;
    }

    int interruptions() {
        return interruptions;
    }

    /// Answers of 5xx, by what was asked and why.
    Map<String, Integer> failures() {
        return failures;
    }

    DoubleStream times() {
        return DoubleStream.of(times);
    }
}
