package ru.nms.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Finds every event record of this module, so that none can be forgotten.
final class EventTypes {

    private EventTypes() {}

    /// All topics, by name.
    static List<Topic<?>> topics() {
        try (var classes = Files.list(Path.of("target/classes/ru/nms/contracts"))) {
            return classes.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.startsWith("package-info"))
                    .map(name -> load(name.replace(".class", "")))
                    .filter(type -> type.isRecord() && Event.class.isAssignableFrom(type))
                    .<Topic<?>>map(EventTypes::topic)
                    .sorted(java.util.Comparator.comparing(Topic::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName("ru.nms.contracts." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Topic<?> topic(Class<?> type) {
        try {
            return (Topic<?>) type.getField("TOPIC").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getSimpleName() + " has no constant TOPIC.", e);
        }
    }
}
