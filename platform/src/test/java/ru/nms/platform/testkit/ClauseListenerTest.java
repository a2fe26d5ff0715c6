package ru.nms.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ClauseListenerTest {

    @TempDir Path folder;

    @Test
    void notesTheResultOfEachTestUnderItsClauses() throws IOException {
        var file = folder.resolve("clauses.txt");
        var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Sample.class)).build();

        LauncherFactory.create(LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build())
                .execute(request, new ClauseListener(file));

        assertThat(Files.readAllLines(file)).containsExactlyInAnyOrder(
                "REG-001 SUCCESSFUL", "REG-002 SUCCESSFUL",
                "REG-001 ABORTED", "REG-003 ABORTED",
                "REG-001 SUCCESSFUL", "REG-001 FAILED");
    }

    /// Found by name only, so that the suite itself does not run it.
    @Clause("REG-001")
    static class Sample {

        @Test
        @Clause("REG-002")
        void holds() {}

        @Test
        @Clause("REG-003")
        void cannotBeTriedHere() {
            assumeThat(true).isFalse();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void holdsForOneOnly(int number) {
            assertThat(number).isEqualTo(1);
        }
    }
}
