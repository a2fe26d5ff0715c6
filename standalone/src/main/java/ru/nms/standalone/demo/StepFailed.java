package ru.nms.standalone.demo;

/// A step of the main job did not do what it should; the message says how.
final class StepFailed extends RuntimeException {

    StepFailed(String message) {
        super(message);
    }
}
