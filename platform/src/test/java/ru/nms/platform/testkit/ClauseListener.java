package ru.nms.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Writes down which clauses were tried and how it went: `target/clauses.txt`, one `id result` per line.
public final class ClauseListener implements TestExecutionListener {

    private final List<String> lines = new ArrayList<>();
    private final Path file;

    public ClauseListener() {
        this(Path.of("target", "clauses.txt"));
    }

    ClauseListener(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        for (var id : clauses(test)) {
            lines.add(id + " " + result.getStatus());
        }
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Set<String> clauses(TestIdentifier test) {
        var ids = new TreeSet<String>();
        if (test.isTest() && test.getSource().orElse(null) instanceof MethodSource source) {
            collect(source.getJavaMethod(), ids);
            for (Class<?> type = source.getJavaClass(); type != null; type = type.getEnclosingClass()) {
                collect(type, ids);
            }
        }
        return ids;
    }

    private static void collect(AnnotatedElement element, Set<String> ids) {
        var clause = element.getAnnotation(Clause.class);
        if (clause != null) {
            ids.addAll(List.of(clause.value()));
        }
    }
}
