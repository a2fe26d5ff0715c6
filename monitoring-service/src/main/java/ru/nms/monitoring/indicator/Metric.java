package ru.nms.monitoring.indicator;

import java.util.Arrays;
import java.util.Optional;

import ru.nms.contracts.Event;
import ru.nms.contracts.ResultChanged;
import ru.nms.contracts.RouteChanged;
import ru.nms.contracts.Topic;

/// What this service can count. A region gives each its own code and title.
enum Metric {
    DIAGNOSTICS("diagnostics_coverage", ResultChanged.TOPIC), ROUTES("iom_coverage", RouteChanged.TOPIC);

    private final String canonical;
    private final Topic<? extends Event> topic;

    Metric(String canonical, Topic<? extends Event> topic) {
        this.canonical = canonical;
        this.topic = topic;
    }

    static Optional<Metric> of(String canonical) {
        return Arrays.stream(values()).filter(metric -> metric.canonical.equals(canonical)).findFirst();
    }

    /// Who tells the facts of the numerator. While it never spoke there are no data, which is not zero.
    Topic<? extends Event> topic() {
        return topic;
    }
}
