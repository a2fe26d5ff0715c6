package ru.nms.diagnostics.analytics;

/// Which people are meant.
enum Staff {
    ALL("TRUE"),
    TEACHERS("post.teaching"),
    MANAGEMENT("post.management");

    final String condition;

    Staff(String condition) {
        this.condition = condition;
    }
}
