package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// The individual route (ИОМ). `template` is the region's own form; without one the routes use the neutral `structure`
/// and there is nothing to print.
public record IomRules(@Nullable RouteTemplate template, RouteStructure structure, @Nullable Approver approver,
                       @Nullable SourcedList subjects, @Nullable SourcedList audience, @Nullable SourcedList basis,
                       @Nullable SourcedList modes, @Nullable SourcedList consultationLevels,
                       @Nullable SourcedList flags, @Nullable Review review, @Nullable Sourced<Boolean> trajectory) {

    public record Approver(String role, String label, @Nullable Source source) {}

    public record Review(String kind, List<String> levels, List<String> outputs, @Nullable Source source) {

        public Review {
            levels = Copies.list(levels);
            outputs = Copies.list(outputs);
        }
    }

    /// A route may only be made from a result where the region's text says so.
    public boolean requiresDiagnostics() {
        return basis != null && basis.contains("DIAGNOSTICS");
    }
}
