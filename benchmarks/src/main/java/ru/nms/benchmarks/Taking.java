package ru.nms.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import ru.nms.platform.embedded.PostgresServer;

/// A campaign: everybody takes an instrument of forty tasks at the same moment, through the gateway. Once undisturbed; once
/// the process is killed in the middle and started again, and people go on where they were.
record Taking(Options options, Path home, Path data, Report report) {

    private static final Duration MOST = Duration.ofMinutes(10);
    private static final String DONE = """
            SELECT count(*) FROM attempt WHERE campaign_id = '%s' AND status = 'GRADED' AND result_id IS NOT NULL AND points = 40""";

    void play() {
        var subject = Subject.start(home, data, options.port());
        try {
            undisturbed(subject, new Exam(subject, options.takers()));
            subject = killed(subject, new Exam(subject, options.takers()));
        } finally {
            subject.close();
        }
    }

    private void undisturbed(Subject subject, Exam exam) {
        var takers = exam.takers();
        var from = System.nanoTime();
        await(begin(takers));
        var seconds = (System.nanoTime() - from) / 1e9;
        long answers = (long) takers.size() * Exam.TASKS;
        report.figure("%d people take %d tasks at once".formatted(takers.size(), Exam.TASKS), seconds, " s", null);
        report.figure("answers saved", answers / seconds, "/s", null);
        var times = takers.stream().flatMapToDouble(Taker::times).toArray();
        report.figure("saving an answer, p50", Turns.percentile(times, 0.5), " ms", null);
        report.figure("saving an answer, p99", Turns.percentile(times, 0.99), " ms", null);
        failures(takers, "");
        compare(subject, exam, takers, "");
    }

    private Subject killed(Subject subject, Exam exam) {
        var takers = exam.takers();
        var work = begin(takers);
        while (takers.stream().mapToInt(Taker::acknowledged).sum() < takers.size() * Exam.TASKS / 2) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        subject.kill();
        PostgresServer.stopLeftBehind(data.resolve("postgres"));
        var again = Subject.start(home, data, options.port());
        await(work);
        report.figure("requests that the kill left without an answer", takers.stream().mapToInt(Taker::interruptions).sum(), "", null);
        failures(takers, ", with kill -9");
        compare(again, exam, takers, ", with kill -9");
        return again;
    }

    private void failures(List<Taker> takers, String how) {
        Map<String, Integer> failures = new TreeMap<>();
        takers.forEach(taker -> taker.failures().forEach((what, count) -> failures.merge(what, count, Integer::sum)));
        report.figure("answers of 5xx" + how, failures.values().stream().mapToInt(Integer::intValue).sum(), "", 0.0);
        failures.forEach((what, count) -> report.figure(what, count, "", null));
    }

    private record Work(CountDownLatch done, AtomicReference<Throwable> failure) {}

    private static Work begin(List<Taker> takers) {
        var work = new Work(new CountDownLatch(takers.size()), new AtomicReference<>());
        for (var taker : takers) {
            Thread.ofVirtual().start(() -> {
                try {
                    taker.take();
                } catch (RuntimeException failure) {
                    work.failure().compareAndSet(null, failure);
                } finally {
                    work.done().countDown();
                }
            });
        }
        return work;
    }

    private static void await(Work work) {
        try {
            if (!work.done().await(MOST.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)) {
                throw new Broken("The campaign does not come to its end");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Broken("interrupted");
        }
        if (work.failure().get() != null) {
            throw new Broken("Somebody could not take it", work.failure().get());
        }
    }

    /// What was acknowledged is there as it was acknowledged; everybody has a result, and one.
    private void compare(Subject subject, Exam exam, List<Taker> takers, String how) {
        var stored = exam.stored();
        List<UUID> lost = new ArrayList<>();
        takers.forEach(taker -> taker.given().forEach((task, option) -> {
            if (!option.equals(stored.get(taker.attempt() + " " + task))) {
                lost.add(task);
            }
        }));
        report.figure("acknowledged answers that are lost" + how, lost.size(), " of " + takers.size() * Exam.TASKS, 0.0);
        report.figure("people without their result" + how, takers.size() - Long.parseLong(
                subject.database("diagnostics").one(DONE.formatted(exam.campaign()))), "", 0.0);
    }
}
