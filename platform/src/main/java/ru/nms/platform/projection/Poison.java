package ru.nms.platform.projection;

/// A record that no retry can make readable. The reason is a code, never the text of an exception, which could quote
/// personal data.
final class Poison extends RuntimeException {

    Poison(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
