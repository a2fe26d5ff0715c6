package ru.nms.platform.embedded;

import java.nio.file.Path;

/// @param folder where cluster, log and secret lie
/// @param programs where the programs are unpacked, if they are not there yet
/// @param port 0 for any free one
/// @param durable whether an acknowledged commit survives a power cut; off only for data nobody will miss
public record PostgresSettings(Path folder, Path programs, int port, boolean durable) {

    /// For data that must last: it lies with its own copy of the programs.
    public static PostgresSettings lasting(Path folder, int port) {
        return new PostgresSettings(folder, folder.resolve("programs"), port, true);
    }

    /// For data that is thrown away: quick, and with the programs of earlier runs.
    public static PostgresSettings passing(Path folder) {
        return new PostgresSettings(folder, userCache(), 0, false);
    }

    private static Path userCache() {
        var home = Path.of(System.getProperty("user.home"), ".cache");
        return Path.of(System.getenv().getOrDefault("XDG_CACHE_HOME", home.toString()), "nms");
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }
}
