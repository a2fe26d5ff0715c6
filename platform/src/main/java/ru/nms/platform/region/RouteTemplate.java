package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// The printed form of a route, in the order of the act.
public record RouteTemplate(String code, General general, @Nullable Goal goal, @Nullable SourcedList period,
                            SourcedList columns, @Nullable SourcedList additionalInfo,
                            List<RouteStructure.Section> sections, List<Signature> signatures,
                            @Nullable Source source) {

    public record General(List<Field> fields, @Nullable Source source) {

        public General {
            fields = Copies.list(fields);
        }
    }

    /// A field of the head part; `onlyFor` is the position it is for, all when absent.
    public record Field(String field, @Nullable String onlyFor) {}

    public record Goal(boolean fixed, @Nullable String text, @Nullable Source source) {}

    public record Signature(String role, String kind, @Nullable Source source) {}

    public RouteTemplate {
        sections = Copies.list(sections);
        signatures = Copies.list(signatures);
    }
}
