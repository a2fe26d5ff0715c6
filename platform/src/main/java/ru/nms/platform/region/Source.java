package ru.nms.platform.region;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Where a rule stands: `ORDER-2023-317:953`, a document of the profile and lines of its text; several are joined by `; `.
public record Source(List<Place> places) {

    /// Lines as printed in the profile, such as `953` or `438,522` or `1351-1359`; none when the whole document is meant.
    public record Place(String document, @Nullable String lines) {}

    public Source {
        places = List.copyOf(places);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Source of(String text) {
        return new Source(Arrays.stream(text.split(";\\s*")).map(Source::place).toList());
    }

    private static Place place(String text) {
        var colon = text.indexOf(':');
        return colon < 0 ? new Place(text, null) : new Place(text.substring(0, colon), text.substring(colon + 1));
    }

    @JsonValue
    @Override
    public String toString() {
        return String.join("; ", places.stream()
                .map(place -> place.lines() == null ? place.document() : place.document() + ":" + place.lines())
                .toList());
    }
}
