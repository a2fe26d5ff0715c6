package ru.nms.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import org.postgresql.PGConnection;

/// A file of new people, from upload to the end of the job, against COPY of the same rows into the same tables: people,
/// posts, and two events each.
record Importing(Setting setting) {

    /// People who come first, to get warm; COPY takes the same, out of memory.
    private static final int WARM = 50_000;

    /// @param rate rows per second
    /// @param most memory of the process, MiB
    private record Loaded(double rate, double most) {}

    void play() {
        setting.people().makeTablesOfTheLimit();
        int rows = setting.options().rows();
        load("W", WARM);
        setting.subject().awaitQuiet();
        double limit = copies();   // before the import: afterwards the services learn for as long again
        var before = Memory.mebibytesOfOne(setting.subject().pid());
        var ours = load("I", rows);
        setting.report().figure("memory of the process before an import", before, " MiB", null);
        setting.report().figure("memory of the process during an import, the most", ours.most(), " MiB", null);
        setting.report().ratio("import %d people from CSV".formatted(rows), ours.rate(), limit, " rows/s", 0.10);
    }

    private Loaded load(String prefix, int rows) {
        var request = Requests.upload("/api/registry/v1/imports", setting.coordinator(), UUID.randomUUID().toString(), "people",
                file(prefix, rows));
        var from = System.nanoTime();
        try (var wire = new Wire(setting.subject().registry())) {
            int status = wire.send(request);
            if (status != 202) {
                throw new Broken(status + " " + wire.body());
            }
        }
        double most = 0;
        while (!ended()) {
            most = Math.max(most, Memory.mebibytesOfOne(setting.subject().pid()));
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        var seconds = (System.nanoTime() - from) / 1e9;
        var created = setting.people().registry().one("SELECT created FROM import_job ORDER BY created_at DESC LIMIT 1");
        if (!created.equals("" + rows)) {
            throw new Broken("The import made %s of %d people".formatted(created, rows));
        }
        return new Loaded(rows / seconds, most);
    }

    private boolean ended() {
        return setting.people().registry().one("SELECT status NOT IN ('UPLOADING', 'RUNNING') FROM import_job ORDER BY created_at DESC LIMIT 1")
                .equals("t");
    }

    private String file(String prefix, int rows) {
        var file = new StringBuilder("ID;Фамилия;Имя;Отчество;Дата рождения;Организация;Должность;Предметы;Работает с;Категория\n");
        for (int n = 1; n <= rows; n++) {
            file.append(prefix).append('-').append(n).append(";Педагог;Номер;").append(prefix).append(n)
                    .append(";17.05.1985;Школа № ").append(1 + n % setting.people().schools())
                    .append(";TEACHER;Физика;01.09.2015;FIRST\n");
        }
        return file.toString();
    }

    /// @return rows of people per second
    private double copies() {
        List<Double> rates = new ArrayList<>();
        try (var connection = setting.people().registry().connect()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            var people = out(copy, "SELECT * FROM person WHERE external_id LIKE 'W-%'");
            var posts = out(copy, "SELECT s.* FROM post s JOIN person p ON p.id = s.person_id WHERE p.external_id LIKE 'W-%'");
            var events = out(copy, """
                    SELECT gen_random_uuid(), topic, p.id, topic, 1, 1, p.changed_at, repeat('x', length)
                      FROM person p CROSS JOIN (VALUES ('registry.person.v1', 470), ('registry.person-identity.v1', 330))
                           AS event (topic, length)
                     WHERE external_id LIKE 'W-%'""");
            connection.setAutoCommit(false);
            for (int round = 0; round < setting.options().rounds(); round++) {
                setting.people().registry().run("TRUNCATE nms_bench.post, nms_bench.person, nms_bench.outbox");
                var from = System.nanoTime();
                long rows = copy.copyIn("COPY nms_bench.person FROM STDIN", new ByteArrayInputStream(people));
                copy.copyIn("COPY nms_bench.post FROM STDIN", new ByteArrayInputStream(posts));
                copy.copyIn("COPY nms_bench.outbox (id, aggregatetype, aggregateid, type, epoch, version, occurred_at, payload) FROM STDIN",
                        new ByteArrayInputStream(events));
                connection.commit();
                rates.add(rows * 1e9 / (System.nanoTime() - from));
            }
        } catch (SQLException | IOException cause) {
            throw new Broken("COPY fails", cause);
        }
        return Turns.median(rates);
    }

    private static byte[] out(org.postgresql.copy.CopyManager copy, String query) throws SQLException, IOException {
        var bytes = new ByteArrayOutputStream();
        copy.copyOut("COPY (" + query + ") TO STDOUT", bytes);
        return bytes.toByteArray();
    }
}
