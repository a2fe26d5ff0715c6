package ru.nms.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.postgresql.PGConnection;

/// The whole feed of people, page by page, against COPY of the same SELECT; and the poll of a client that has everything.
record Feeding(Setting setting) {

    private static final String PATH = "/api/sync/v1/people/changes?limit=5000";
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final int END_OF_PAGE = 1_000;

    void play() {
        var token = setting.federal();
        var newest = pull(token);
        List<Double> ours = new ArrayList<>();
        List<Double> copies = new ArrayList<>();
        for (int round = 0; round < setting.options().rounds(); round++) {
            ours.add(rate(() -> pull(token)));
            copies.add(rate(this::copy));
        }
        setting.report().ratio("full change feed of %d people".formatted(setting.people().count()), Turns.median(ours),
                Turns.median(copies), " rows/s", 0.25);
        poll(newest, token);
    }

    private double rate(Runnable work) {
        var from = System.nanoTime();
        work.run();
        return setting.people().count() * 1e9 / (System.nanoTime() - from);
    }

    /// @return the cursor behind everything
    private String pull(String token) {
        try (var wire = new Wire(setting.subject().registry())) {
            var path = PATH;
            while (true) {
                int status = wire.send(Requests.get(path, token));
                var end = wire.bodyEnd(END_OF_PAGE);
                var next = NEXT.matcher(end);
                if (status != 200 || !next.find()) {
                    throw new Broken(status + " " + end);
                }
                if (end.endsWith("\"more\":false}")) {
                    return next.group(1);
                }
                path = PATH + "&after=" + next.group(1);
            }
        }
    }

    private void copy() {
        try (var connection = setting.people().registry().connect()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + Sql.FEED + ") TO STDOUT", OutputStream.nullOutputStream());
        } catch (SQLException | IOException cause) {
            throw new Broken("COPY fails", cause);
        }
    }

    /// Both at full load, so the times are those of the work and not of waiting.
    private void poll(String newest, String token) {
        var poll = Requests.get("/api/sync/v1/people/changes?after=" + newest, token);
        var people = setting.people().count();
        var coordinator = setting.coordinator();
        var times = setting.turns().play(
                setting.load(setting.subject().registry(), 200, random -> poll),
                setting.load(setting.subject().registry(), 200, random -> Requests.get(
                        Setting.REGISTRY + "/" + People.id(1 + random.nextInt(people)), coordinator)));
        setting.report().atMost("empty poll of the feed, against read one", 1000 / times.ours(), 1000 / times.limit(), " ms", 2.0);
    }
}
