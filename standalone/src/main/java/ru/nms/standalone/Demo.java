package ru.nms.standalone;

/// What `./nms demo` does once everything runs. Found through [java.util.ServiceLoader].
public interface Demo {

    /// Loads data and plays the main job through the public API.
    ///
    /// @return whether every step did what it should
    boolean play(RunningSystem system);
}
