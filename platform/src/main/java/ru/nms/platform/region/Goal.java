package ru.nms.platform.region;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// A goal and the indicators that tell whether it is reached; some joined in a later year.
public record Goal(String code, String title, int track, List<String> indicators,
                   Map<Integer, List<String>> indicatorsAdded, @Nullable Source source) {

    public Goal {
        indicators = Copies.list(indicators);
        indicatorsAdded = Copies.sorted(indicatorsAdded);
    }

    public List<String> indicatorsIn(int year) {
        var added = indicatorsAdded.entrySet().stream()
                .filter(entry -> entry.getKey() <= year).flatMap(entry -> entry.getValue().stream());
        return Stream.concat(indicators.stream(), added).toList();
    }
}
