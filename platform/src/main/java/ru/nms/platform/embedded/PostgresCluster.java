package ru.nms.platform.embedded;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// The files of one server and the two commands that work on them: `initdb` and `postgres`.
final class PostgresCluster {

    /// Small memory; nothing but the loopback; no statement or row content in the log, which would be personal data.
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "200"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"));

    private final PostgresSettings settings;
    private final Path programs;
    private final Privileges privileges;

    PostgresCluster(PostgresSettings settings, Privileges privileges) {
        this.settings = settings;
        this.programs = PostgresBinaries.in(settings.programs()).resolve("bin");
        this.privileges = privileges;
    }

    /// Makes the cluster if it is new, and returns the password of its administrator.
    String prepare() {
        try {
            Files.createDirectories(settings.folder());
            keepOneOldLog();
            var secret = secret();
            if (!Files.exists(settings.cluster().resolve("PG_VERSION"))) {
                initialise(secret);
            }
            privileges.own(settings.cluster());
            return Files.readString(secret);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Process launch(int port) {
        var command = new ArrayList<>(List.of(program("postgres"), "-D", settings.cluster().toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        for (var safety : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            command.addAll(List.of("-c", safety + "=" + (settings.durable() ? "on" : "off")));
        }
        try {
            return Shell.logging(detached(command), settings.log()).start();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Why the server did not start: the last fatal line of its log, or at least the last line.
    String complaint() {
        try {
            var lines = Files.readAllLines(settings.log());
            return lines.reversed().stream()
                    .filter(line -> line.contains("FATAL:") || line.contains("error:"))
                    .findFirst()
                    .orElseGet(() -> lines.isEmpty() ? "no reason given" : lines.getLast());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void keepOneOldLog() throws IOException {
        if (Files.exists(settings.log())) {
            Files.move(settings.log(), settings.log().resolveSibling("postgres.log.old"),
                    REPLACE_EXISTING);
        }
    }

    private Path secret() throws IOException {
        var file = settings.folder().resolve("secret");
        if (!Files.exists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return file;
    }

    /// Aside and then renamed, so that a kill in the middle leaves nothing that looks like a cluster.
    private void initialise(Path secret) throws IOException {
        var aside = settings.folder().resolve("cluster.new");
        Folders.delete(aside);
        Folders.delete(settings.cluster());
        Files.createDirectories(aside);
        privileges.own(aside);
        if (Shell.run(privileges.command(initdb(aside, secret)), settings.log()) != 0) {
            throw new StartRefusal("PostgreSQL cannot make its data folder %s: %s".formatted(aside, complaint()));
        }
        Files.move(aside, settings.cluster());
    }

    private List<String> initdb(Path target, Path secret) {
        var command = new ArrayList<>(List.of(program("initdb"), "-D", target.toString(), "--username=postgres",
                "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                "--auth=scram-sha-256", "--no-instructions", "--pwfile=" + secret));
        if (!settings.durable()) {
            command.add("--no-sync");
        }
        return command;
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    /// In a session of its own, so that Ctrl-C in a terminal reaches us first and the server only after its users.
    private List<String> detached(List<String> command) {
        var whole = new ArrayList<String>();
        if (Shell.succeeds("setsid", "true")) {
            whole.add("setsid");
        }
        whole.addAll(privileges.command(command));
        return whole;
    }
}
