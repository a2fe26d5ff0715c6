package ru.nms.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What the operating system says that processes hold.
final class Memory {

    private Memory() {}

    /// Resident memory of a process and all it started. Pages that processes share (PostgreSQL's buffers) are counted once.
    static double mebibytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).mapToLong(Memory::kibibytes).sum() / 1024.0;
    }

    static double mebibytesOfOne(long pid) {
        return field(Path.of("/proc/" + pid + "/status"), "VmRSS:") / 1024.0;
    }

    private static long kibibytes(ProcessHandle process) {
        return field(Path.of("/proc/" + process.pid() + "/smaps_rollup"), "Pss:");
    }

    private static long field(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name)).findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).orElse(0L);
        } catch (IOException endedMeanwhile) {
            return 0;
        }
    }
}
