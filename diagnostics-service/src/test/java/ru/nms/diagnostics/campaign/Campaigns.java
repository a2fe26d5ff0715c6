package ru.nms.diagnostics.campaign;

import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.instrument.Fos.COORDINATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// Campaigns as others may want them for their tests.
public final class Campaigns {

    private Campaigns() {}

    /// A draft that runs from an hour ago for a day.
    ///
    /// @param more further members, each with a comma before it
    public static String body(UUID instrument, String audience, String more) {
        var now = Instant.now();
        return """
                {"title": "Кампания %s", "instrumentId": "%s", "startsAt": "%s", "endsAt": "%s", "audience": "%s" %s}
                """.formatted(UUID.randomUUID(), instrument, now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), audience, more);
    }

    public static UUID draft(UUID instrument, String audience, String more) {
        return COORDINATOR.made("campaigns", body(instrument, audience, more));
    }

    public static UUID announced(UUID instrument, String audience, String more) {
        var id = draft(instrument, audience, more);
        COORDINATOR.done("campaigns/" + id + "/announcement", "");
        return id;
    }

    /// A running one for these people.
    public static UUID of(UUID instrument, UUID... people) {
        return announced(instrument, "LIST", ", \"personIds\": " + ids(people));
    }

    public static String ids(UUID... ids) {
        return Arrays.stream(ids).map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    /// Time passes.
    public static void end(UUID campaign) {
        execute("UPDATE campaign SET ends_at = now() - interval '1 second' WHERE id = '%s'".formatted(campaign));
    }

    /// What is sent to change it.
    public static ResponseSpec lasting(UUID campaign, Instant end) {
        var said = COORDINATOR.read("campaigns/" + campaign);
        return COORDINATOR.put("campaigns/" + campaign, "*", """
                {"title": "%s", "instrumentId": "%s", "startsAt": "%s", "endsAt": "%s", "audience": "LIST", "personIds": %s, "judgeIds": %s, "attempts": %s}
                """.formatted(said.get("title"), said.get("instrumentId"), said.get("startsAt"), end, quoted(said.get("personIds")),
                quoted(said.get("judgeIds")), said.get("attempts")));
    }

    private static String quoted(Object ids) {
        return ids((((List<?>) ids).stream().map(String::valueOf).map(UUID::fromString).toArray(UUID[]::new)));
    }

    public static void execute(String sql) {
        PERM.inTransaction(PERM.bean(DatabaseClient.class).sql(sql).fetch().rowsUpdated());
    }
}
