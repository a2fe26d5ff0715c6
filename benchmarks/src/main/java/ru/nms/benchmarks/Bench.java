package ru.nms.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import ru.nms.platform.embedded.Folders;

/// The process behind `./nms bench`.
public final class Bench {

    private static final Duration SETTLED = Duration.ofSeconds(15);

    private final Options options;
    private final Path home;
    private final Path folder;
    private final Report report = new Report(System.out);

    private Bench(Options options, Path home, Path folder) {
        this.options = options;
        this.home = home;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("nms-bench-");
        try {
            new Bench(Options.parse(List.of(arguments)), Path.of(System.getProperty("nms.home", "")), folder).play();
            Folders.delete(folder);
            System.exit(0);
        } catch (Broken failure) {
            System.err.println("nms: " + failure.getMessage() + ". The data of this run are in " + folder);
            System.exit(1);
        }
    }

    private void play() {
        var data = folder.resolve("data");
        if (options.wants("start")) {
            try (var first = Subject.start(home, data, options.port())) {
                report.figure("start of ./nms up, new data folder", first.readyAfter().toMillis() / 1000.0, " s", null);
            }
        }
        try (var subject = Subject.start(home, data, options.port())) {
            if (options.wants("start")) {
                report.figure("start of ./nms up", subject.readyAfter().toMillis() / 1000.0, " s", 15.0);
            }
            if (options.wants("memory")) {
                LockSupport.parkNanos(SETTLED.toNanos());
                report.figure("memory of everything, idle after the start", memory(subject), " MiB", 1228.8);
            }
            overData(subject);
        }
        if (options.wants("attempts")) {
            new Taking(options, home, folder.resolve("taking"), report).play();
        }
        if (options.wants("memory")) {
            report.figure("memory of one service alone", Alone.memory(folder.resolve("alone"), options.port()), " MiB", 200.0);
        }
        report.print();
    }

    private void overData(Subject subject) {
        var setting = new Setting(options, subject, new People(subject.database("registry"), options.people()), report);
        var works = List.of(new Work("read", new Reading(setting)::play), new Work("page", new Paging(setting)::play),
                new Work("search", new Searching(setting)::play), new Work("feed", new Feeding(setting)::play),
                new Work("create", new Creating(setting)::play), new Work("visible", new Spreading(setting)::play),
                new Work("import", new Importing(setting)::play));
        var wanted = works.stream().filter(work -> options.wants(work.name())).toList();
        if (wanted.isEmpty()) {
            return;
        }
        System.out.printf("Making %d people …%n", options.people());
        setting.people().make();
        wanted.forEach(work -> work.play().run());
        if (options.wants("memory")) {
            subject.awaitQuiet();
            report.figure("memory of everything, idle after the load", memory(subject), " MiB", null);
        }
    }

    private record Work(String name, Runnable play) {}

    private static double memory(Subject subject) {
        return Memory.mebibytes(ProcessHandle.of(subject.pid()).orElseThrow());
    }
}
