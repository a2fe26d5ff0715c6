package ru.nms.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ru.nms.platform.testkit.JavaProcess;

class DataFolderTest {

    @TempDir Path folder;

    @Test
    void letsOneIn() {
        try (var first = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(StartRefusal.class)
                    .hasMessage("The data folder %s is in use by another running process; stop it or choose another folder."
                            .formatted(first.path()));
        }
    }

    @Test
    void keepsOthersOutAlsoAfterItsOwnProcessAskedAgain(@TempDir Path said) throws Exception {
        try (var first = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(first.path())).isInstanceOf(StartRefusal.class);

            var other = JavaProcess.of(Opener.class.getName(), said.resolve("said"), List.of(folder.toString()));
            assertThat(other.process().waitFor()).as(other::text).isZero();
        }
    }

    @Test
    void isFreeAgainAfterItIsClosed() {
        DataFolder.open(folder).close();

        try (var again = DataFolder.open(folder)) {
            assertThat(again.folder("kafka")).isDirectory();
        }
    }

    @Test
    void removesPassingDataAndWhatKilledProcessesLeft() throws Exception {
        var prefix = "nms-leftover-" + ProcessHandle.current().pid() + "-";
        var old = Files.createTempDirectory(prefix);
        Files.writeString(old.resolve("lock"), "");
        Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
        var alive = DataFolder.passing(prefix);
        Files.setLastModifiedTime(alive.path(), FileTime.from(Instant.EPOCH));

        var mine = DataFolder.passing(prefix);
        mine.close();

        assertThat(old).doesNotExist();
        assertThat(mine.path()).doesNotExist();
        assertThat(alive.path()).isDirectory();
        alive.close();
    }

    @Test
    void saysWhenItCannotBeWritten() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("cannot be written");
    }
}
