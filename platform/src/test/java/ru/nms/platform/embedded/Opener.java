package ru.nms.platform.embedded;

import java.nio.file.Path;

/// Another process that tries to open a data folder: ends with 1 when it is let in, with 0 when it is not.
final class Opener {

    private Opener() {}

    public static void main(String[] arguments) {
        try (var opened = DataFolder.open(Path.of(arguments[0]))) {
            System.exit(opened.path().toFile().exists() ? 1 : 2);
        } catch (StartRefusal refused) {
            System.exit(0);
        }
    }
}
